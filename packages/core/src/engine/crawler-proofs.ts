/** Forward-confirmed reverse DNS for clients that pose as search engines: asked once, beside the request, and remembered. */
import { Resolver } from 'node:dns/promises'
import { LRUCache } from 'lru-cache'
import { parseIp } from '../facts/address/parse-ip.js'

export type CrawlerProof = 'genuine' | 'forged'

export interface CrawlerProofs {
  /**
   * What is known by now of an address that should belong to one of the domains; null when it isn't known yet, in which
   * case the answer is being fetched for the next request. Never waits, never throws.
   */
  of(ip: string, domains: readonly string[]): CrawlerProof | null
  /** Waits for look-ups under way. */
  settled(): Promise<void>
}

/** The part of DNS that is needed; Node's own by default. */
export interface ReverseDns {
  reverse(ip: string): Promise<readonly string[]>
  resolve4(name: string): Promise<readonly string[]>
  resolve6(name: string): Promise<readonly string[]>
}

const REMEMBERED = 5_000
const GENUINE_MS = 86_400_000
/** A spoofer's address may be given to somebody else; and operators add addresses before the names are everywhere. */
const FORGED_MS = 3_600_000
/** DNS was out of reach: not asked again at once. */
const UNKNOWN_MS = 60_000
/** A flood of fake crawlers from as many addresses must not become a flood of look-ups. */
const AT_ONCE = 8
const NAMES_TRIED = 4
const TIMEOUT_MS = 2_000

export function createCrawlerProofs(dns: ReverseDns = nodeDns()): CrawlerProofs {
  const remembered = new LRUCache<string, { readonly proof: CrawlerProof | null }>({ max: REMEMBERED })
  const underWay = new Map<string, Promise<void>>()

  async function ask(key: string, ip: string, domains: readonly string[]): Promise<void> {
    const proof = await prove(dns, ip, domains)
    const ttl = proof === null ? UNKNOWN_MS : proof === 'genuine' ? GENUINE_MS : FORGED_MS
    remembered.set(key, { proof }, { ttl })
    underWay.delete(key)
  }

  return {
    of(ip, domains) {
      const key = `${ip} ${domains[0] ?? ''}`
      const known = remembered.get(key)
      if (known !== undefined) return known.proof
      if (domains.length > 0 && underWay.size < AT_ONCE && !underWay.has(key)) underWay.set(key, ask(key, ip, domains))
      return null
    },
    async settled() {
      await Promise.all(underWay.values())
    },
  }
}

/** Null when DNS gave no answer, which is neither. */
async function prove(dns: ReverseDns, ip: string, domains: readonly string[]): Promise<CrawlerProof | null> {
  try {
    const names = await dns.reverse(ip)
    const own = names.filter((name) => isUnder(name, domains)).slice(0, NAMES_TRIED)
    for (const name of own) {
      const addresses = await (ip.includes(':') ? dns.resolve6(name) : dns.resolve4(name))
      if (addresses.some((address) => parseIp(address)?.text === ip)) return 'genuine'
    }
    return 'forged'
  } catch (error) {
    return isDenial(error) ? 'forged' : null
  }
}

function isUnder(name: string, domains: readonly string[]): boolean {
  const lower = name.toLowerCase().replace(/\.$/, '')
  return domains.some((domain) => lower === domain || lower.endsWith(`.${domain}`))
}

/** The name servers answered that there is nothing. */
function isDenial(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
  return code === 'ENOTFOUND' || code === 'ENODATA'
}

function nodeDns(): ReverseDns {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: 2 })
  return {
    reverse: (ip) => resolver.reverse(ip),
    resolve4: (name) => resolver.resolve4(name),
    resolve6: (name) => resolver.resolve6(name),
  }
}
