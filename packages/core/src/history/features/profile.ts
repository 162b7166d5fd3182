import { defineBaseline, defineCount, defineFamiliar, defineText } from '../feature.js'
import { TAINTED_MS } from '../labels.js'

/**
 * History of a person, written by proven successes only: naming a victim writes nothing here (attempts stand in
 * `target.ts`). Slots are append-only.
 */
export const profileSuccesses = defineCount({
  slot: 1,
  entity: 'profile',
  name: 'profile.successes',
  on: 'success',
  windows: ['24h', '30d'],
})
export const profileRate = defineBaseline({
  slot: 2,
  entity: 'profile',
  name: 'profile.rate',
  on: 'success',
  bucketMs: 600_000,
})
/** Devices on which somebody acted as this person and was found out. Written by labels. */
export const profileTainted = defineFamiliar({
  slot: 14,
  entity: 'profile',
  name: 'profile.tainted',
  on: 'label',
  member: 'device',
  cap: 20,
})
export const profileDevices = defineFamiliar({
  slot: 4,
  entity: 'profile',
  name: 'profile.devices',
  member: 'device',
  cap: 20,
  unless: { feature: profileTainted, forMs: TAINTED_MS },
})
export const profileIps = defineFamiliar({ slot: 5, entity: 'profile', name: 'profile.ips', member: 'ip', cap: 20 })
export const profileNetworks = defineFamiliar({
  slot: 6,
  entity: 'profile',
  name: 'profile.networks',
  member: 'network',
  cap: 20,
})
export const profileAsns = defineFamiliar({ slot: 7, entity: 'profile', name: 'profile.asns', member: 'asn', cap: 12 })
export const profileCountries = defineFamiliar({
  slot: 8,
  entity: 'profile',
  name: 'profile.countries',
  member: 'country',
  cap: 10,
})
export const profileBrowsers = defineFamiliar({
  slot: 9,
  entity: 'profile',
  name: 'profile.browsers',
  member: 'browser',
  cap: 12,
})
export const profileModels = defineFamiliar({
  slot: 10,
  entity: 'profile',
  name: 'profile.models',
  member: 'model',
  cap: 10,
})
/** Where the last success was; see `history/place.ts` for the form. */
export const profilePlace = defineText({
  slot: 11,
  entity: 'profile',
  name: 'profile.place',
  on: 'success',
  text: 'place',
  mode: 'set',
})
/** Other keys that this person's history is also kept under (login names that turned out to be this user). */
export const profileAliases = defineText({
  slot: 13,
  entity: 'profile',
  name: 'profile.aliases',
  on: 'success',
  text: 'aliases',
  mode: 'set',
})
