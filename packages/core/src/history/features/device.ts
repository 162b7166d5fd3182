import { defineBaseline, defineCount, defineDistinct, defineText } from '../feature.js'

const PAYING = ['checkout', 'transaction', 'withdraw'] as const

/** History of one device. Slots are append-only. */
export const deviceEvents = defineCount({
  slot: 1,
  entity: 'device',
  name: 'device.events',
  on: 'assess',
  windows: ['1m', '1h', '24h'],
})
export const deviceRate = defineBaseline({
  slot: 2,
  entity: 'device',
  name: 'device.rate',
  on: 'assess',
  bucketMs: 600_000,
})
/** Accounts that were named or used on it. */
export const deviceAccounts = defineDistinct({
  slot: 3,
  entity: 'device',
  name: 'device.accounts',
  on: 'assess',
  actions: ['login', 'register', 'password_reset'],
  member: 'person',
  keep: '30d',
})
export const devicePayers = defineDistinct({
  slot: 4,
  entity: 'device',
  name: 'device.payers',
  on: 'assess',
  actions: PAYING,
  member: 'person',
  keep: '24h',
})
export const devicePayees = defineDistinct({
  slot: 5,
  entity: 'device',
  name: 'device.payees',
  on: 'assess',
  actions: PAYING,
  member: 'payee',
  keep: '24h',
})
export const deviceFailures = defineCount({
  slot: 6,
  entity: 'device',
  name: 'device.failures',
  on: 'failure',
  windows: ['1h', '24h'],
})
export const deviceFailedAccounts = defineDistinct({
  slot: 7,
  entity: 'device',
  name: 'device.failed_accounts',
  on: 'failure',
  member: 'person',
  keep: '24h',
})
/** Users who proved themselves on it. */
export const deviceUsers = defineDistinct({
  slot: 8,
  entity: 'device',
  name: 'device.users',
  on: 'success',
  actions: ['login', 'register'],
  member: 'person',
  keep: '30d',
})
/** Where its last success was; see `history/place.ts` for the form. */
export const devicePlace = defineText({
  slot: 9,
  entity: 'device',
  name: 'device.place',
  on: 'success',
  text: 'place',
  mode: 'set',
})
export const deviceIps = defineDistinct({
  slot: 10,
  entity: 'device',
  name: 'device.ips',
  on: 'assess',
  member: 'ip',
  keep: '24h',
})
/** Browsers (with their system, without versions) in which it succeeded: a cookie lives in one. */
export const deviceBrowsers = defineDistinct({
  slot: 11,
  entity: 'device',
  name: 'device.browsers',
  on: 'success',
  member: 'browser',
  keep: '30d',
  cap: 8,
})
export const deviceRegistrations = defineCount({
  slot: 12,
  entity: 'device',
  name: 'device.registrations',
  on: 'assess',
  actions: ['register'],
  windows: ['1h', '24h'],
})
/** The newest generation of its cookie, as text; see `facts/device/generation.ts`. */
export const deviceGeneration = defineText({
  slot: 13,
  entity: 'device',
  name: 'device.generation',
  on: 'success',
  text: 'generation',
  mode: 'set',
})
/** Major version of the browser of the last success. */
export const deviceMajor = defineText({
  slot: 14,
  entity: 'device',
  name: 'device.major',
  on: 'success',
  text: 'major',
  mode: 'set',
})
