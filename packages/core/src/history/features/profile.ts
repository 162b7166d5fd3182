import { defineBaseline, defineCount, defineFamiliar, defineText } from '../feature.js'
import { TAINTED_MS } from '../labels.js'

const ALIAS = { entity: 'profile', on: 'success', mode: 'set' } as const

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
/**
 * Other keys that this person's history is also kept under (login names that turned out to be this user): up to four, each
 * in the place that `history/aliases.ts` gives it, so that no record need be read before one is noted.
 */
export const profileAlias0 = defineText({ ...ALIAS, slot: 13, name: 'profile.alias0', text: 'alias0' })
export const profileAlias1 = defineText({ ...ALIAS, slot: 30, name: 'profile.alias1', text: 'alias1' })
export const profileAlias2 = defineText({ ...ALIAS, slot: 31, name: 'profile.alias2', text: 'alias2' })
export const profileAlias3 = defineText({ ...ALIAS, slot: 32, name: 'profile.alias3', text: 'alias3' })
/** How the person's clients come: with a device's id, or without (private windows). */
export const profileCarries = defineFamiliar({
  slot: 15,
  entity: 'profile',
  name: 'profile.carries',
  member: 'carries',
  cap: 2,
})
/** Kinds of network: a VPN may be somebody's habit. */
export const profileKinds = defineFamiliar({
  slot: 16,
  entity: 'profile',
  name: 'profile.network_kinds',
  member: 'kind',
  cap: 6,
})
export const profileUserAgents = defineFamiliar({
  slot: 17,
  entity: 'profile',
  name: 'profile.user_agents',
  member: 'ua',
  cap: 12,
})
/** Browsers with their versions. */
export const profileBuilds = defineFamiliar({
  slot: 18,
  entity: 'profile',
  name: 'profile.builds',
  member: 'build',
  cap: 8,
})
/** Operating systems with their versions. */
export const profileSystems = defineFamiliar({
  slot: 19,
  entity: 'profile',
  name: 'profile.systems',
  member: 'system',
  cap: 8,
})
export const profilePlatforms = defineFamiliar({
  slot: 20,
  entity: 'profile',
  name: 'profile.platforms',
  member: 'platform',
  cap: 6,
})
