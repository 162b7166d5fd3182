import { defineCount, defineDistinct } from '../feature.js'

/** History of an address's neighbourhood (IPv4 /24, IPv6 /56). Slots are append-only. */
export const networkEvents = defineCount({
  slot: 1,
  entity: 'network',
  name: 'network.events',
  on: 'assess',
  windows: ['10m', '1h'],
})
export const networkFailures = defineCount({
  slot: 2,
  entity: 'network',
  name: 'network.failures',
  on: 'failure',
  windows: ['10m', '1h'],
})
export const networkFailedAccounts = defineDistinct({
  slot: 3,
  entity: 'network',
  name: 'network.failed_accounts',
  on: 'failure',
  member: 'person',
  keep: '24h',
})
export const networkSuccesses = defineCount({
  slot: 4,
  entity: 'network',
  name: 'network.successes',
  on: 'success',
  windows: ['1h', '24h'],
})
export const networkGoodUsers = defineDistinct({
  slot: 5,
  entity: 'network',
  name: 'network.good_users',
  on: 'success',
  member: 'person',
  keep: '24h',
})
/** People who proved themselves in this block within a month: a carrier's is everybody's sooner or later. */
export const networkUsers = defineDistinct({
  slot: 6,
  entity: 'network',
  name: 'network.users',
  on: 'success',
  member: 'person',
  keep: '30d',
  cap: 16,
})
