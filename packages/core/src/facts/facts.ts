/** What one request says by itself, as needs of detectors. */
import { networkKindOf } from './habits.js'
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

/** The kind of network as habits know it. Absent without a network provider. */
export const kindOfNetwork = defineFact({
  name: 'network.habit',
  source: 'network',
  read: ({ network }) => networkKindOf(network) ?? undefined,
})

/** Major version of the browser. */
export const clientMajor = defineFact({
  name: 'client.major',
  source: 'request',
  read: ({ client }) => client?.browser.major ?? undefined,
})

/**
 * The origin of the page that sent this, against the operator's: `Origin`, else the origin of `Referer`. Absent while no
 * origins are configured, where neither header came, and for `null`, which sandboxes and redirects send for good reasons.
 */
export const pageOrigin = defineFact({
  name: 'request.origin',
  source: 'operator',
  read({ headers, expectations }) {
    if (headers === null || expectations.origins.length === 0) return undefined
    const origin = originOf(headers.get('origin') ?? headers.get('referer'))
    return origin === null ? undefined : { expected: expectations.origins.includes(origin) }
  },
})

const MAX_ORIGIN_CHARS = 2048

function originOf(text: string | undefined): string | null {
  if (text === undefined || text === 'null' || text.length > MAX_ORIGIN_CHARS || !URL.canParse(text)) return null
  const { origin } = new URL(text)
  return origin === 'null' ? null : origin
}

/** How an app's page view names itself, against the host's own apps. Absent while no apps are configured. */
export const appStanding = defineFact({
  name: 'request.app',
  source: 'operator',
  read({ client, expectations }) {
    if (client === null || expectations.apps.length === 0 || client.webView === null) return undefined
    if (client.webView.package === null) return 'hidden'
    return expectations.apps.includes(client.webView.package) ? 'own' : 'foreign'
  },
})
