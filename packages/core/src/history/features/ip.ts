import { defineBaseline, defineCount, defineDistinct } from '../feature.js'

const PAYING = ['checkout', 'transaction', 'withdraw'] as const
/** Of the short-lived sets: enough for an office's ten minutes without sampling. */
const WIDE = 127

/** History of one client address. Slots are append-only. */
export const ipEvents = defineCount({
  slot: 1,
  entity: 'ip',
  name: 'ip.events',
  on: 'assess',
  windows: ['1m', '1h', '24h'],
})
export const ipRate = defineBaseline({ slot: 2, entity: 'ip', name: 'ip.rate', on: 'assess', bucketMs: 600_000 })
/** Accounts that were named or used from here. */
export const ipAccounts = defineDistinct({
  slot: 3,
  entity: 'ip',
  name: 'ip.accounts',
  on: 'assess',
  member: 'person',
  keep: '24h',
})
export const ipDevices = defineDistinct({
  slot: 4,
  entity: 'ip',
  name: 'ip.devices',
  on: 'assess',
  member: 'device',
  keep: '24h',
})
export const ipRegistrations = defineCount({
  slot: 5,
  entity: 'ip',
  name: 'ip.registrations',
  on: 'assess',
  actions: ['register'],
  windows: ['1h', '24h'],
})
export const ipResets = defineCount({
  slot: 6,
  entity: 'ip',
  name: 'ip.resets',
  on: 'assess',
  actions: ['password_reset'],
  windows: ['1h', '24h'],
})
export const ipPayers = defineDistinct({
  slot: 7,
  entity: 'ip',
  name: 'ip.payers',
  on: 'assess',
  actions: PAYING,
  member: 'person',
  keep: '24h',
})
export const ipFailures = defineCount({
  slot: 8,
  entity: 'ip',
  name: 'ip.failures',
  on: 'failure',
  windows: ['10m', '1h', '24h'],
})
export const ipFailedAccounts = defineDistinct({
  slot: 9,
  entity: 'ip',
  name: 'ip.failed_accounts',
  on: 'failure',
  member: 'person',
  keep: '24h',
})
export const ipSuccesses = defineCount({
  slot: 10,
  entity: 'ip',
  name: 'ip.successes',
  on: 'success',
  windows: ['10m', '1h', '24h'],
})
/** People who proved themselves from here: a shared address shows by it. */
export const ipGoodUsers = defineDistinct({
  slot: 11,
  entity: 'ip',
  name: 'ip.good_users',
  on: 'success',
  member: 'person',
  keep: '24h',
})
/** Of the last minutes alone: on an address with hundreds of people the day's sets are samples, too coarse to find one attacker. */
export const ipFailedLately = defineDistinct({
  slot: 12,
  entity: 'ip',
  name: 'ip.failed_lately',
  on: 'failure',
  member: 'person',
  keep: '10m',
  cap: WIDE,
})
export const ipProvenLately = defineDistinct({
  slot: 13,
  entity: 'ip',
  name: 'ip.proven_lately',
  on: 'success',
  member: 'person',
  keep: '10m',
  cap: WIDE,
})
