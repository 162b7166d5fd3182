import type { Redis } from 'ioredis'
import type { OwnClient } from './connect.js'
import { redisStoreError, toFailureCause } from './failure.js'
import { keySlot } from './key-slot.js'

const MARK_TTL_SECONDS = 60
const CONNECT_MS = 1000

/** Waits until replicas hold everything written before. */
export interface ReplicaBarrier {
  /** Resolves with how many replicas (on a cluster: of the master that has fewest) confirmed within the time. */
  pass(wanted: { readonly replicas: number; readonly timeoutMs: number }): Promise<number>
  close(): void
}

/**
 * WAIT holds up its connection, so it has its own, opened with the first use. It speaks of that connection's own writes:
 * a mark is written first, and since a master replicates in order, who has the mark has all that came before.
 */
export function createReplicaBarrier(own: OwnClient, prefix: string): ReplicaBarrier {
  const connections = new Map<Redis, Redis>()

  /** The barrier's own connection to the server that `master` is connected to. */
  function connectionTo(master: Redis): Redis {
    const known = connections.get(master)
    if (known !== undefined) return known
    const connection = master.duplicate({ enableOfflineQueue: false, lazyConnect: true, readOnly: false })
    connection.on('error', (error) => void toFailureCause(error))
    connection.once('end', () => connections.delete(master))
    connections.set(master, connection)
    return connection
  }

  async function passOne(master: Redis, mark: string, replicas: number, timeoutMs: number): Promise<number> {
    const connection = connectionTo(master)
    if (connection.status === 'wait') await connection.connect()
    const results = await withTimeout(
      connection.pipeline().set(mark, '1', 'EX', MARK_TTL_SECONDS).wait(replicas, timeoutMs).exec(),
      timeoutMs + CONNECT_MS,
    )
    const [error, confirmed] = results?.[1] ?? [redisStoreError('connection_lost'), 0]
    const failure = results?.[0]?.[0] ?? error
    if (failure !== null) throw failure
    return Number(confirmed)
  }

  return {
    async pass({ replicas, timeoutMs }) {
      const wait = Math.max(1, Math.floor(timeoutMs)) // WAIT takes 0 for "for ever"
      if (own.kind === 'single') return passOne(own.client, `${prefix}mark:`, replicas, wait)
      const { slots } = own.client
      const masters = own.client.nodes('master')
      const confirmed = await Promise.all(
        masters.map((master) => {
          const mark = markOn(`${master.options.host}:${master.options.port}`, slots, prefix)
          return mark === null ? Number.POSITIVE_INFINITY : passOne(master, mark, replicas, wait)
        }),
      )
      const least = Math.min(...confirmed)
      return Number.isFinite(least) ? least : 0
    },
    close() {
      for (const connection of connections.values()) connection.disconnect()
      connections.clear()
    },
  }
}

const MARK_TRIES = 4096

/** A mark whose slot lives on the server at `address`; null where it has none. */
function markOn(address: string, slots: readonly (readonly string[] | undefined)[], prefix: string): string | null {
  for (let i = 0; i < MARK_TRIES; i++) {
    const mark = `${prefix}mark:${i}`
    if (slots[keySlot(mark)]?.[0] === address) return mark
  }
  return null
}

async function withTimeout<T>(answer: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(redisStoreError('stalled')), timeoutMs)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
