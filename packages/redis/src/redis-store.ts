import {
  findSlot,
  type PendingReplies,
  type StorePort,
  type Touch,
  type TouchOptions,
  type TouchReply,
} from '@riskguard/core/store'
import { createClusterLink } from './cluster-link.js'
import { connectOwn, type RedisSource } from './connect.js'
import { encodeCall, encodeTime, encodeTouch } from './encode-program.js'
import { connectionFault, type RedisFailureCause, redisStoreError, toFailureCause } from './failure.js'
import { ignoreFailure } from './lane.js'
import type { Link, LinkEvents } from './link.js'
import { parseRedisStoreOptions, type RedisStoreOptions } from './options.js'
import { createReplicaBarrier } from './replica-barrier.js'
import { readServerWarnings } from './server-warnings.js'
import { createSingleLink } from './single-link.js'
import { watchStalls } from './stall-watch.js'
import { createTally } from './tally.js'

const DOCUMENT_TTL_SECONDS = 400 * 86_400
/** A replica that used to be the master is left at most this often, so that a fixed misconfiguration doesn't churn. */
const LEAVE_REPLICA_MS = 1000

/**
 * A store in Redis 7 or later, or Valkey: one script call for all entities of an assessment, on a cluster one per entity
 * in one pipeline per master. Opens its own connection (auth, TLS, sentinel and cluster settings are kept) and doesn't
 * wait for it: until Redis is there, calls reject.
 *
 * Every call settles. It is sent once: when the answer is lost it has failed, though Redis may have counted it.
 * Rejections carry the reason as `cause`, a `RedisFailureCause`.
 * @throws RiskError `RG_STORE`, `RG_OPTION_UNKNOWN`, `RG_OPTION_INVALID` at construction
 */
export function redisStore(source: RedisSource, options: RedisStoreOptions = {}): StorePort {
  const { prefix: ownPrefix, commandDeadlineMs, maxPending, onFailure, onWarning } = parseRedisStoreOptions(options)
  const own = connectOwn(source)
  const prefix = own.hostPrefix + ownPrefix
  const tally = createTally({ onFailure, onWarning })
  const inspected = new Set<string>()
  let pending = 0
  let closed = false
  let leftReplicaAt = 0

  const events: LinkEvents = {
    onError: (error) => {
      tally.connection(connectionFault(error))
      tally.failed(toFailureCause(error))
    },
    onReconnect: () => tally.reconnected(),
    onReady: (redis) => {
      tally.connection('ready')
      const server = `${redis.options.host}:${redis.options.port}`
      if (closed || inspected.has(server)) return
      inspected.add(server)
      readServerWarnings(redis).then((warnings) => warnings.forEach(tally.warned), ignoreFailure)
    },
  }
  const link: Link =
    own.kind === 'cluster' ? createClusterLink(own.client, events) : createSingleLink(own.client, events)
  const barrier = createReplicaBarrier(own, prefix)
  const watch = watchStalls({ deadlineMs: commandDeadlineMs, lanes: link.lanes, onLook: link.revive }, (lane) => {
    tally.failed('stalled')
    link.drop(lane)
  })

  /** Runs one call within the bounds that hold for all of them, and counts how it went. */
  async function bounded<T>(call: () => Promise<T>): Promise<T> {
    const refused = refusal()
    if (refused !== null) throw fail(refused)
    pending++
    try {
      return await call()
    } catch (error) {
      throw fail(toFailureCause(error))
    } finally {
      pending--
    }
  }

  function refusal(): RedisFailureCause | null {
    if (closed) return 'closed'
    if (pending >= maxPending) return 'backlog'
    return link.isReady() ? null : 'not_connected'
  }

  function fail(cause: RedisFailureCause): Error {
    tally.failed(cause)
    return redisStoreError(cause)
  }

  function touch(touches: readonly Touch[], options: TouchOptions): PendingReplies {
    if (touches.length === 0) return Promise.resolve([])
    let sent: PendingReplies | undefined
    const replies = touchWhole(touches, options, (pending) => {
      sent = pending
      return pending
    })
    return sent?.soFar === undefined ? replies : Object.assign(replies, { soFar: sent.soFar })
  }

  async function touchWhole(
    touches: readonly Touch[],
    options: TouchOptions,
    onSent: (pending: PendingReplies) => PendingReplies,
  ): Promise<readonly TouchReply[]> {
    const keys = touches.map((entity) => prefix + entity.kind + entity.key)
    const programs = touches.map(encodeTouch)
    const answers = await bounded(async () => {
      const isApart = own.kind === 'cluster' && options.guard === 'first'
      const given = await onSent(
        isApart
          ? touchGuarded(touches, keys, programs, encodeTime(options))
          : link.touch(keys, encodeCall(options), programs),
      )
      leaveReplica(given)
      if (given.every((answer) => answer.state === 'failed')) {
        throw redisStoreError((given[0] as { cause: RedisFailureCause }).cause)
      }
      return given
    })
    for (const answer of answers) {
      if (answer.state === 'failed') tally.failed(answer.cause as RedisFailureCause)
      else if (answer.corrupt) tally.corrupted()
    }
    return answers
  }

  /** On a cluster the guard's record lives elsewhere than what it guards: it goes ahead. */
  async function touchGuarded(
    touches: readonly Touch[],
    keys: readonly string[],
    programs: readonly string[],
    timeText: string,
  ): Promise<readonly TouchReply[]> {
    const [guard] = await link.touch(keys.slice(0, 1), timeText, programs.slice(0, 1))
    if (guard?.state !== 'known') return touches.map(() => guard as TouchReply)
    if (isMarked(touches[0] as Touch, guard.record)) {
      return touches.map((_, i) => (i === 0 ? guard : { state: 'known', record: null, nowMs: guard.nowMs }))
    }
    return keys.length === 1 ? [guard] : [guard, ...(await link.touch(keys.slice(1), timeText, programs.slice(1)))]
  }

  /** After a failover the old address may be a replica: the next connection asks the resolver or sentinel again. */
  function leaveReplica(answers: readonly TouchReply[]): void {
    if (own.kind !== 'single' || !answers.some((answer) => answer.state === 'failed' && answer.cause === 'readonly'))
      return
    const now = Date.now()
    if (Math.abs(now - leftReplicaAt) < LEAVE_REPLICA_MS) return
    leftReplicaAt = now
    for (const lane of link.lanes()) link.drop(lane)
  }

  return {
    kind: 'redis',
    shared: true,
    touch,
    async remove(keys) {
      const full = keys.map((entity) => prefix + entity.kind + entity.key)
      if (full.length === 0) return
      const groups = own.kind === 'single' ? [full] : full.map((key) => [key])
      await bounded(() =>
        Promise.all(groups.map((group) => link.run(group[0] as string, (redis) => redis.unlink(group)))),
      )
    },
    readDocument: (name) => {
      const key = documentKey(prefix, name)
      return bounded(() => link.run(key, (redis) => redis.get(key)))
    },
    writeDocument: async (name, text) => {
      const key = documentKey(prefix, name)
      await bounded(() => link.run(key, (redis) => redis.set(key, text, 'EX', DOCUMENT_TTL_SECONDS)))
    },
    settle: (wanted) => bounded(() => barrier.pass(wanted)),
    health: () => ({
      kind: 'redis',
      ready: !closed && link.isWhole(),
      detail: { prefix, cluster: own.kind === 'cluster', pending, ...tally.detail() },
    }),
    async close({ timeoutMs }) {
      if (closed) return
      closed = true
      const until = performance.now() + timeoutMs
      while (pending > 0 && performance.now() < until) await sleep(5)
      watch.stop()
      barrier.close()
      link.close()
    },
  }
}

function isMarked({ program }: Touch, record: Uint8Array | null): boolean {
  const [mark] = program.operations
  return record !== null && mark !== undefined && findSlot(record, mark.slot) >= 0
}

// An entity's key is base64url: no colon follows its kind, so no document can be taken for one.
function documentKey(prefix: string, name: string): string {
  return `${prefix}doc:${encodeURIComponent(name)}`
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
