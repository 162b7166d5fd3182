/**
 * Whether mail can arrive at a domain, by the DNS. Off the hot path: the first event of a domain starts the look-up, later
 * events know. What the DNS couldn't say is unknown, never bad.
 */
import { Resolver } from 'node:dns/promises'
import { createRecentMap } from '../recent-map.js'
import { toMailDomain } from './domain.js'

export interface MailExchange {
  /** `null_mx`: the domain says that it takes no mail (RFC 7505); `nowhere`: no MX record and no address (RFC 5321, 5.1). */
  readonly delivery: 'accepts' | 'null_mx' | 'nowhere'
  /** A mail exchanger belongs to a throw-away service, whatever the domain is called. */
  readonly throwawayHost: boolean
}

export interface MailExchanges {
  /** What is known by now; undefined while the first look-up runs, and where the DNS had no answer. */
  of(domain: string): MailExchange | undefined
  /** Resolves when no look-up is under way. */
  settled(): Promise<void>
}

export interface MailExchangeOptions {
  /** One look-up takes no longer, ms. Default 2,000. */
  readonly timeoutMs?: number
  /** Name servers, `address:port`. Default: the system's. */
  readonly servers?: readonly string[]
  readonly now?: () => number
}

const MAX_DOMAINS = 4_096
/** Further first sights wait for their next event. */
const MAX_UNDER_WAY = 32
const KEEP_MS = 3_600_000
/** A domain may get its records a minute after its first customer. */
const KEEP_BAD_MS = 600_000
/** After a failure of the DNS. */
const RETRY_MS = 60_000
const MAX_EXCHANGERS = 20

export function createMailExchanges(options: MailExchangeOptions = {}): MailExchanges {
  const { timeoutMs = 2_000, now = Date.now } = options
  const resolver = new Resolver({ timeout: Math.ceil(timeoutMs / 2), tries: 2 })
  if (options.servers !== undefined) resolver.setServers(options.servers)
  const known = createRecentMap<string, { readonly found: MailExchange | null; readonly untilMs: number }>(MAX_DOMAINS)
  const underWay = new Map<string, Promise<void>>()

  function start(domain: string): void {
    if (underWay.has(domain) || underWay.size >= MAX_UNDER_WAY) return
    const work = lookUp(resolver, domain)
      .then((found) => {
        const keepMs = found === null ? RETRY_MS : found.delivery === 'accepts' ? KEEP_MS : KEEP_BAD_MS
        known.set(domain, { found, untilMs: now() + keepMs })
      })
      .finally(() => underWay.delete(domain))
    underWay.set(domain, work)
  }

  return {
    of(domain) {
      const entry = known.get(domain)
      // An old answer serves until the new one is there.
      if (entry === undefined || entry.untilMs <= now()) start(domain)
      return entry?.found ?? undefined
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay.values())
    },
  }
}

/** Null when the DNS gave no answer. */
async function lookUp(resolver: Resolver, domain: string): Promise<MailExchange | null> {
  const exchangers = await records(() => resolver.resolveMx(domain))
  if (exchangers === null) return null
  if (exchangers.length > 0) {
    const hosts = exchangers.slice(0, MAX_EXCHANGERS).map(({ exchange }) => exchange.toLowerCase().replace(/\.$/, ''))
    if (hosts.every((host) => host === '')) return { delivery: 'null_mx', throwawayHost: false }
    return { delivery: 'accepts', throwawayHost: hosts.some((host) => toMailDomain(host).disposable === 'list') }
  }
  const addresses = await Promise.all([
    records(() => resolver.resolve4(domain)),
    records(() => resolver.resolve6(domain)),
  ])
  if (addresses.some((found) => found !== null && found.length > 0))
    return { delivery: 'accepts', throwawayHost: false }
  return addresses.includes(null) ? null : { delivery: 'nowhere', throwawayHost: false }
}

/** Answers by which the DNS says that there is nothing. */
const NOTHING: ReadonlySet<unknown> = new Set(['ENODATA', 'ENOTFOUND'])

async function records<R>(ask: () => Promise<readonly R[]>): Promise<readonly R[] | null> {
  try {
    return await ask()
  } catch (error) {
    return NOTHING.has((error as { readonly code?: unknown }).code) ? [] : null
  }
}
