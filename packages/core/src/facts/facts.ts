/** What one request says by itself, as needs of detectors. */
import { defineFact } from './need.js'

/** Whether the host knows the account: absent when nobody said. */
export const accountStanding = defineFact({
  name: 'account.standing',
  source: 'app',
  read: ({ person }) => (person.account === 'unresolved' ? undefined : person.account),
})

/** What stands behind the device's id; `none` for a client that sent no id. */
export const deviceStanding = defineFact({
  name: 'device.standing',
  source: 'request',
  read: ({ device }) => device.standing,
})

/** The id by which a device is known from an earlier request. Absent for a client without one: it has no history. */
export const knownDevice = defineFact({
  name: 'device.known',
  source: 'request',
  read: ({ device }) => (device.id !== null && device.standing === 'known' ? true : undefined),
})

export const actionName = defineFact({ name: 'action', source: 'request', read: ({ action }) => action })

/** Event time, ms since the Unix epoch. */
export const eventTime = defineFact({ name: 'time', source: 'request', read: ({ nowMs }) => nowMs })

export const networkKind = defineFact({
  name: 'network.kind',
  source: 'network',
  read: ({ network }) => network?.kind ?? undefined,
})

/** Kinds of list whose addresses stand for something else than the person's own connection. */
const HIDING = new Set(['vpn', 'tor', 'proxy', 'relay', 'datacenter', 'cloud'])

/**
 * Whether the address hides where its user is: listed as a vpn, Tor exit, proxy, relay or data centre, or run by a
 * hosting company. Absent without a network provider.
 */
export const addressHides = defineFact({
  name: 'network.hides',
  source: 'network',
  read: ({ network }) =>
    network === null ? undefined : network.kind === 'hosting' || network.lists.some(({ kind }) => HIDING.has(kind)),
})

/** Kinds of list whose addresses are for hiding: a relay's aren't, it is a phone's default and keeps the country. */
const ANONYMISING = new Set(['vpn', 'tor', 'proxy', 'datacenter', 'cloud'])

/** As {@link addressHides}, but not for a private relay, which many customers have without knowing. */
export const addressAnonymises = defineFact({
  name: 'network.anonymises',
  source: 'network',
  read: ({ network }) => {
    if (network === null) return undefined
    if (network.lists.some(({ kind }) => kind === 'relay')) return false
    return network.kind === 'hosting' || network.lists.some(({ kind }) => ANONYMISING.has(kind))
  },
})

export const country = defineFact({
  name: 'network.country',
  source: 'network',
  read: ({ network }) => network?.country ?? undefined,
})
export const asn = defineFact({
  name: 'network.asn',
  source: 'network',
  read: ({ network }) => network?.asn ?? undefined,
})

/** Radius to assume where a provider gives none: a country of middling size, km. */
const UNKNOWN_RADIUS_KM = 250

/** Where the address is, with the radius of what is meant. */
export const location = defineFact({
  name: 'network.location',
  source: 'network',
  read: ({ network }) =>
    network?.location == null
      ? undefined
      : {
          lat: network.location.lat,
          lon: network.location.lon,
          accuracyKm: network.location.accuracy_km ?? UNKNOWN_RADIUS_KM,
        },
})
