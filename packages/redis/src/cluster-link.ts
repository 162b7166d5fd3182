import type { TouchReply } from '@riskguard/core/store'
import type { Cluster, Redis } from 'ioredis'
import { redisStoreError, toFailureCause } from './failure.js'
import { keySlot } from './key-slot.js'
import { createLane, evalTouch, ignoreFailure, type Lane, loadScripts, pipelineTouch, track } from './lane.js'
import type { Link, LinkEvents } from './link.js'
import { failedAnswer, readTouchReply } from './read-reply.js'

/** Slots are asked for again at most this often when they turn out wrong. */
const REFRESH_MIN_MS = 100

/**
 * The masters of a cluster: one script call per key, one pipeline per master, all written at once. A master that can't
 * be reached fails its own keys only. Redirections are followed once, since a server that redirects ran nothing.
 */
export function createClusterLink(cluster: Cluster, events: LinkEvents): Link {
  const lanes = new Map<string, Lane>()
  let closing = false
  let refreshedAt = 0

  function adopt(redis: Redis): void {
    lanes.set(addressOf(redis), createLane(redis))
    redis.on('ready', () => {
      loadScripts(redis)
      events.onReady(redis)
    })
    if (cluster.status === 'ready' && isMaster(redis)) connectWaiting(redis)
  }
  cluster.on('+node', adopt)
  cluster.on('-node', (redis: Redis) => {
    if (lanes.get(addressOf(redis))?.redis === redis) lanes.delete(addressOf(redis))
    if (closing) return
    events.onReconnect()
    refreshSlots()
  })
  cluster.on('ready', () => {
    for (const { redis } of lanes.values()) if (isMaster(redis)) connectWaiting(redis)
  })
  cluster.on('error', events.onError)
  cluster.on('node error', events.onError)
  for (const redis of cluster.nodes('all')) adopt(redis)

  function refreshSlots(): void {
    const now = Date.now()
    if (closing || Math.abs(now - refreshedAt) < REFRESH_MIN_MS) return
    refreshedAt = now
    cluster.refreshSlotsCache()
  }

  function laneOf(key: string): Lane | undefined {
    const address = cluster.slots[keySlot(key)]?.[0]
    const lane = address === undefined ? undefined : lanes.get(address)
    if (lane?.redis.status === 'ready') return lane
    // A replica that has become a master hasn't been connected yet.
    if (lane !== undefined) connectWaiting(lane.redis)
    refreshSlots()
    return undefined
  }

  function drop(lane: Lane): void {
    if (!closing) lane.redis.disconnect(true)
  }

  async function touchOn(lane: Lane, keys: readonly string[], timeText: string, programs: readonly string[]) {
    const replies = await pipelineTouch(lane, keys, timeText, programs)
    return Promise.all(
      replies.map(async (reply, i) => {
        const redirected = redirection(reply)
        const final =
          redirected === null
            ? reply
            : await follow(redirected, (redis) =>
                evalTouch(redis, [keys[i] as string], [timeText, programs[i] as string]),
              )
        return toAnswer(final, lane)
      }),
    )
  }

  function toAnswer(reply: unknown, lane: Lane): TouchReply {
    if (typeof reply === 'object' && reply !== null && 'message' in reply) {
      const cause = toFailureCause(reply)
      if (cause === 'clusterdown' || cause === 'readonly' || cause === 'moved') refreshSlots()
      return failedAnswer(cause)
    }
    const answer = readTouchReply(reply, 1)?.[0]
    if (answer !== undefined) return answer
    drop(lane)
    return failedAnswer('garbage')
  }

  /** Asks the server that a redirection names; resolves with its reply or an Error. */
  async function follow({ kind, slot, address }: Redirection, command: (redis: Redis) => Promise<unknown>) {
    const lane = lanes.get(address)
    if (kind === 'MOVED') {
      if (lane !== undefined) cluster.slots[slot] = [address]
      refreshSlots()
    }
    if (lane?.redis.status !== 'ready') return redisStoreError('moved')
    if (kind === 'ASK') lane.redis.asking().catch(ignoreFailure)
    return track(lane, command(lane.redis)).catch((error: unknown) => error)
  }

  return {
    isReady: () => cluster.status === 'ready' && anyReady(lanes.values()),
    isWhole: () => cluster.status === 'ready' && lanes.size > 0 && allReady(lanes.values()),
    lanes: () => lanes.values(),
    touch(keys, timeText, programs) {
      const groups = new Map<Lane | undefined, number[]>()
      const answers = new Array<TouchReply | null>(keys.length).fill(null)
      for (let i = 0; i < keys.length; i++) {
        const lane = laneOf(keys[i] as string)
        if (lane === undefined) answers[i] = failedAnswer('not_connected')
        const group = groups.get(lane)
        if (group === undefined) groups.set(lane, [i])
        else group.push(i)
      }
      const all = Promise.all(
        Array.from(groups, async ([lane, indices]) => {
          if (lane === undefined) return
          const pick = (from: readonly string[]) => indices.map((i) => from[i] as string)
          const given = await touchOn(lane, pick(keys), timeText, pick(programs))
          for (let j = 0; j < indices.length; j++) answers[indices[j] as number] = given[j] as TouchReply
        }),
      ).then(() => answers as readonly TouchReply[])
      return Object.assign(all, { soFar: () => [...answers] })
    },
    async run(key, command) {
      const lane = laneOf(key)
      if (lane === undefined) throw redisStoreError('not_connected')
      try {
        return await track(lane, command(lane.redis))
      } catch (error) {
        const redirected = redirection(error)
        if (redirected === null) throw error
        const reply = await follow(redirected, command)
        if (typeof reply === 'object' && reply !== null && 'message' in reply) throw reply
        return reply as Awaited<ReturnType<typeof command>>
      }
    },
    revive: () => {
      if (closing) return
      if (cluster.status === 'end') cluster.connect().catch(ignoreFailure)
      else if (cluster.status === 'ready' && !allReady(lanes.values())) refreshSlots()
    },
    drop,
    close: () => {
      closing = true
      cluster.disconnect()
    },
  }
}

interface Redirection {
  readonly kind: 'MOVED' | 'ASK'
  readonly slot: number
  readonly address: string
}

const REDIRECTION = /^(MOVED|ASK) (\d{1,5}) (\S+)$/

function redirection(reply: unknown): Redirection | null {
  if (typeof reply !== 'object' || reply === null || !('message' in reply)) return null
  const found = REDIRECTION.exec(String(reply.message))
  return found === null
    ? null
    : { kind: found[1] as 'MOVED' | 'ASK', slot: Number(found[2]) % 16_384, address: found[3] as string }
}

function addressOf(redis: Redis): string {
  return `${redis.options.host ?? '127.0.0.1'}:${redis.options.port ?? 6379}`
}

function isMaster(redis: Redis): boolean {
  return redis.options.readOnly !== true
}

function connectWaiting(redis: Redis): void {
  if (redis.status === 'wait') redis.connect().catch(ignoreFailure)
}

function anyReady(lanes: Iterable<Lane>): boolean {
  for (const lane of lanes) if (lane.redis.status === 'ready') return true
  return false
}

function allReady(lanes: Iterable<Lane>): boolean {
  for (const { redis } of lanes) if (isMaster(redis) && redis.status !== 'ready') return false
  return true
}
