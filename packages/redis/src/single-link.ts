import type { Redis } from 'ioredis'
import { redisStoreError } from './failure.js'
import { callTouch, createLane, ignoreFailure, type Lane, loadScripts, track } from './lane.js'
import type { Link, LinkEvents } from './link.js'
import { readTouchReply } from './read-reply.js'

/** One server, or whatever a sentinel names as the master: every key in one script call. */
export function createSingleLink(client: Redis, events: LinkEvents): Link {
  const lane = createLane(client)
  let closing = false
  client.on('error', events.onError)
  client.on('reconnecting', events.onReconnect)
  client.on('ready', () => {
    loadScripts(client)
    events.onReady(client)
  })

  function drop(_lane: Lane): void {
    if (!closing && (client.status === 'ready' || client.status === 'connect')) client.disconnect(true)
  }

  return {
    isReady: () => client.status === 'ready',
    isWhole: () => client.status === 'ready',
    lanes: () => [lane],
    async touch(keys, timeText, programs) {
      const answers = readTouchReply(await callTouch(lane, keys, [timeText, ...programs]), keys.length)
      if (answers !== null) return answers
      drop(lane)
      throw redisStoreError('garbage')
    },
    run: (_key, command) => track(lane, command(client)),
    // A resolver or sentinel that failed ends the client for good; for us nothing is for good.
    revive: () => {
      if (!closing && client.status === 'end') client.connect().catch(ignoreFailure)
    },
    drop,
    close: () => {
      closing = true
      client.disconnect()
    },
  }
}
