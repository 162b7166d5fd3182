const DAY = 86_400

/** What the store keeps a record for. `code` is part of the store key, `ttlSeconds` runs anew with each write. */
export const entities = {
  /** A client address: IPv4 whole, IPv6 by /64. */
  ip: { code: 'i', ttlSeconds: 2 * DAY },
  /** The address's neighbourhood: IPv4 /24, IPv6 /56. */
  network: { code: 'n', ttlSeconds: 30 * DAY },
  /** What people said of an address; apart from its counters, which are forgotten within days. */
  ip_label: { code: 'b', ttlSeconds: 90 * DAY },
  /** A device by our verified cookie or the host's own id. */
  device: { code: 'd', ttlSeconds: 200 * DAY },
  /** A device by its stable parts, as the collector sees them. */
  fingerprint: { code: 'f', ttlSeconds: 200 * DAY },
  /** A person: what proven successes taught, and how busy the account is. */
  profile: { code: 'p', ttlSeconds: 200 * DAY },
  /** A name that somebody typed, whether it exists or not: attempts against it. Nothing here is learned about the person. */
  target: { code: 't', ttlSeconds: DAY },
  email_domain: { code: 'e', ttlSeconds: 8 * DAY },
  /** Addresses of one form under one mail domain: `a6d2` of `jsmith92`. */
  email_shape: { code: 'm', ttlSeconds: 8 * DAY },
  payee: { code: 'y', ttlSeconds: 30 * DAY },
  instrument: { code: 'c', ttlSeconds: 30 * DAY },
  /** A single-use token. */
  nonce: { code: 'o', ttlSeconds: 900 },
} as const satisfies Record<string, { readonly code: string; readonly ttlSeconds: number }>

export type EntityKind = keyof typeof entities

/** How to take one kind's entry out of a table by kind: a function per kind costs less than a look-up by a variable name. */
export const entryOf: {
  readonly [K in EntityKind]: <T>(table: Readonly<Partial<Record<EntityKind, T>>>) => T | undefined
} = {
  ip: (table) => table.ip,
  network: (table) => table.network,
  ip_label: (table) => table.ip_label,
  device: (table) => table.device,
  fingerprint: (table) => table.fingerprint,
  profile: (table) => table.profile,
  target: (table) => table.target,
  email_domain: (table) => table.email_domain,
  email_shape: (table) => table.email_shape,
  payee: (table) => table.payee,
  instrument: (table) => table.instrument,
  nonce: (table) => table.nonce,
}

export const entityKinds = Object.keys(entities) as readonly EntityKind[]

/** A limit rule's own records live under this code, one per rule and identity. */
export const LIMIT_CODE = 'l'

/** One entity's history in an event. */
export type EntityRecord = { readonly state: 'known'; readonly bytes: Uint8Array | null } | { readonly state: 'failed' }
