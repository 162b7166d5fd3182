import { defineCount, defineDistinct } from '../feature.js'

/** Attempts against a name that somebody typed. Slots are append-only. */
export const targetEvents = defineCount({ slot: 1, entity: 'target', name: 'target.events', on: 'assess', windows: ['10m', '1h', '24h'] })
export const targetFailures = defineCount({ slot: 2, entity: 'target', name: 'target.failures', on: 'failure', windows: ['10m', '1h', '24h'] })
export const targetIps = defineDistinct({ slot: 3, entity: 'target', name: 'target.ips', on: 'assess', member: 'ip', keep: '24h' })
export const targetFailedIps = defineDistinct({ slot: 4, entity: 'target', name: 'target.failed_ips', on: 'failure', member: 'ip', keep: '24h' })
