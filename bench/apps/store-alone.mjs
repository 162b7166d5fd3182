// The store alone: one touch of ip, device and user, and the facts read from what comes back. No engine.
import { createHash } from 'node:crypto'
import { findSlot, firstSeenMs, readCount, readDistinct } from '@riskguard/core/store'

const DAY_S = 86_400
const DAY_MS = DAY_S * 1000
/** A minute, an hour and a day in six buckets each, deciseconds. */
const WINDOWS_DS = [100, 6000, 144_000]
const HOUR_DS = [6000]

const events = { kind: 'count', slot: 1, add: 1, widthsDs: WINDOWS_DS }
const distinct = (slot, argument, days) => ({ kind: 'distinct', slot, cap: 64, maxAgeMs: days * DAY_MS, argument })
const program = (days, ...operations) => ({ ttlSeconds: days * DAY_S, protectAt: 0, operations })
/** Much as the prototypes had it; slot 2 holds failures, which an outcome writes. */
const PROGRAMS = [
  ['i', program(2, events, distinct(3, 0, 1), distinct(4, 1, 1))],
  ['d', program(30, events, distinct(3, 0, 30), distinct(4, 1, 1))],
  [
    'u',
    program(90, events, distinct(3, 0, 90), distinct(4, 1, 30), {
      kind: 'text',
      slot: 5,
      mode: 'set',
      argument: 2,
    }),
  ],
]

/** `(ip, device, user) → facts`, a promise of them where the store answers later. */
export function createStoreAlone(store) {
  const keys = new Map()
  const keyOf = (name) => {
    let key = keys.get(name)
    if (key === undefined) {
      key = createHash('sha256').update(name).digest('base64url').slice(0, 20)
      if (keys.size > 100_000) keys.clear()
      keys.set(name, key)
    }
    return key
  }
  return (ip, device, user) => {
    const touches = touchesOf(keyOf(ip), keyOf(device), keyOf(user))
    const replies = store.touch(touches, { atMs: null, clock: 'store' })
    return replies instanceof Promise ? replies.then(readFacts) : readFacts(replies)
  }
}

export function touchesOf(ip, device, user) {
  const members = [ip.slice(0, 6), device.slice(0, 6), user.slice(0, 6)]
  const given = [
    [members[2], members[1]],
    [members[2], members[0]],
    [members[1], members[0], '51.50,-0.12,50,0'],
  ]
  return [ip, device, user].map((key, i) => ({
    kind: PROGRAMS[i][0],
    key,
    program: PROGRAMS[i][1],
    arguments: given[i],
  }))
}

function readFacts(replies) {
  const facts = []
  for (const { record, nowMs } of replies) {
    for (let ring = 0; ring < WINDOWS_DS.length; ring++)
      facts.push(readCount(record, 1, WINDOWS_DS, ring, nowMs).estimate)
    facts.push(
      readCount(record, 2, HOUR_DS, 0, nowMs).estimate,
      readDistinct(record, 3, DAY_MS, nowMs, null).count,
      readDistinct(record, 4, DAY_MS, nowMs, null).count,
      record === null ? 0 : firstSeenMs(record, nowMs),
      record === null ? -1 : findSlot(record, 5),
    )
  }
  return facts
}
