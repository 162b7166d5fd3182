// One call of the Redis store, for as many entities as told; beside it the script of a rate limiter that counts one key.
import { createHash } from 'node:crypto'
import { redisStore } from '@riskguard/redis'
import { Redis } from 'ioredis'
import { touchesOf } from '../apps/store-alone.mjs'
import { answer } from './answer.mjs'
import { createRandom } from './random.mjs'

const [, , redisUrl] = process.argv
const START_MS = Date.UTC(2026, 10, 21, 8)
const SPAN_MS = 4 * 3_600_000
const PEOPLE = 5000
/** A window with a count in it, as fixed-window limiters have it. */
const LIMITER = `local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return { count, redis.call('PTTL', KEYS[1]) }`

const store = redisStore(redisUrl)
const client = new Redis(redisUrl)
while (!store.health().ready) await new Promise((resolve) => setTimeout(resolve, 5))
const limiter = await client.script('LOAD', LIMITER)

const keys = new Map()
function keyOf(name) {
  const known = keys.get(name)
  if (known !== undefined) return known
  const key = createHash('sha256').update(name).digest('base64url').slice(0, 20)
  keys.set(name, key)
  return key
}

/**
 * People with one to three devices, half of them sharing an address with another, some behind large shared ones. Entities
 * beyond three are further records like an address's.
 */
function traffic(calls, entities) {
  const random = createRandom(1)
  return Array.from({ length: calls }, (_, i) => {
    const person = Math.floor(random() * PEOPLE)
    const where = random()
    const device = random() < 0.85 ? 0 : 1 + Math.floor(random() * 2)
    const ip =
      where < 0.82
        ? `home${person >> 1}`
        : where < 0.97
          ? `shared${Math.floor(random() * 10)}`
          : `rare${Math.floor(random() * 1e6)}`
    const touches = touchesOf(keyOf(ip), keyOf(`${person}.${device}`), keyOf(`p${person}`))
    for (let n = 3; n < entities; n++) touches.push({ ...touches[0], kind: 'x', key: keyOf(`${n}.${person}`) })
    return { touches: touches.slice(0, entities), atMs: START_MS + Math.floor((i / calls) * SPAN_MS) }
  })
}

async function touchAll(events, inFlight) {
  let next = 0
  const times = new Float64Array(events.length)
  const lane = async () => {
    while (next < events.length) {
      const at = next++
      const { touches, atMs } = events[at]
      const start = performance.now()
      await store.touch(touches, { atMs, clock: 'event' })
      times[at] = performance.now() - start
    }
  }
  await Promise.all(Array.from({ length: inFlight }, lane))
  return times
}

const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0

let prepared = []
answer({
  /** Fills the records with the first half of the traffic, so that the second half is measured on people known before. */
  async prepare({ calls, entities }) {
    prepared = traffic(calls * 2, entities)
    await touchAll(prepared.slice(0, calls), 50)
    prepared = prepared.slice(calls)
    return {}
  },
  async run({ inFlight }) {
    await touchAll(prepared, inFlight)
    return {}
  },
  /** One call at a time, in turns. */
  async sequential({ calls, rounds }) {
    const events = traffic(calls, 3)
    await touchAll(events, 50)
    const [ours, theirs] = [[], []]
    for (let round = 0; round < rounds; round++) {
      const touchTimes = async () => ours.push(median(await touchAll(events, 1)))
      const limiterTimes = async () => {
        const times = new Float64Array(calls)
        for (let i = 0; i < calls; i++) {
          const start = performance.now()
          await client.evalsha(limiter, 1, `rl:${i % PEOPLE}`, '60000')
          times[i] = performance.now() - start
        }
        theirs.push(median(times))
      }
      for (const turn of round % 2 === 0 ? [touchTimes, limiterTimes] : [limiterTimes, touchTimes]) await turn()
    }
    return { touchMs: median(Float64Array.from(ours)), limiterMs: median(Float64Array.from(theirs)) }
  },
  /** One ip, device and user each, `events` times in as many minutes; members of a typical household. */
  async household({ count, events }) {
    const names = Array.from({ length: count }, (_, n) => `${events}.${n}`)
    for (let i = 0; i < events; i++) {
      let next = 0
      const lane = async () => {
        while (next < count) {
          const name = names[next++]
          const touches = touchesOf(keyOf(`ip${name}`), keyOf(`d${name}`), keyOf(`u${name}`))
          const other = touchesOf(keyOf(`ip${name}`), keyOf(`d${name}.${i % 3}`), keyOf(`u${name}.${i % 3}`))
          await store.touch([other[0], touches[1], touches[2]], { atMs: START_MS + i * 60_000, clock: 'event' })
        }
      }
      await Promise.all(Array.from({ length: 100 }, lane))
    }
    return { keys: [`rg:i${keyOf(`ip${names[0]}`)}`, `rg:d${keyOf(`d${names[0]}`)}`, `rg:u${keyOf(`u${names[0]}`)}`] }
  },
})
