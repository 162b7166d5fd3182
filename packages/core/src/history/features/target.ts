import { defineBaseline, defineCount, defineDistinct } from '../feature.js'

/**
 * Attempts against a name that somebody typed, and actions under an account, whoever it was. Forgotten within a day, and
 * never part of what is known about the person. Slots are append-only.
 */
export const targetEvents = defineCount({
  slot: 1,
  entity: 'target',
  name: 'target.events',
  on: 'assess',
  windows: ['1m', '10m', '1h', '24h'],
})
export const targetFailures = defineCount({
  slot: 2,
  entity: 'target',
  name: 'target.failures',
  on: 'failure',
  windows: ['10m', '1h', '24h'],
})
export const targetIps = defineDistinct({
  slot: 3,
  entity: 'target',
  name: 'target.ips',
  on: 'assess',
  member: 'ip',
  keep: '24h',
})
export const targetFailedIps = defineDistinct({
  slot: 4,
  entity: 'target',
  name: 'target.failed_ips',
  on: 'failure',
  member: 'ip',
  keep: '24h',
})
export const targetDevices = defineDistinct({
  slot: 5,
  entity: 'target',
  name: 'target.devices',
  on: 'assess',
  member: 'device',
  keep: '24h',
})
/** Its `current` alone is of use: events in the running ten minutes, to compare with `profile.rate`. */
export const targetRate = defineBaseline({
  slot: 6,
  entity: 'target',
  name: 'target.rate',
  on: 'assess',
  bucketMs: 600_000,
})
