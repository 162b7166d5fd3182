import { describeGiven, RiskError } from '../errors.js'
import { parseCidr } from '../facts/address/cidr.js'
import { countedNetwork } from '../facts/address/counted-network.js'
import { parseIp } from '../facts/address/parse-ip.js'
import { canonicalClaimed } from '../facts/identity/canonical-claimed.js'
import { canonicalMailbox } from '../facts/identity/canonical-mailbox.js'
import { canonicalUserId } from '../facts/identity/canonical-user-id.js'
import type { ListHit, ListSubject } from '../facts/lists.js'
import type { ListEntry } from './list-entry.js'

/** An entry with its value in the one spelling that events are compared in. */
export interface ParsedEntry {
  readonly list: ListHit['list']
  readonly subject: ListSubject
  readonly value: string
  /** Of a `user`: the value as a login name, which has another canonical form than an id. Else null. */
  readonly loginName: string | null
  readonly name: string | null
  readonly expiresAtMs: number | null
}

/** Before 1973 in milliseconds, today in seconds: nobody's list ends then. */
const SECONDS_BELOW = 1e11
/** Year 9999. */
const LAST_MS = 253_402_300_799_999
const MAX_NAME_CHARS = 64
const MAX_ID_CHARS = 1024

/**
 * Reads an entry.
 * @param where what an error's message begins with, such as `lists[3]`
 * @throws RiskError `RG_CIDR_INVALID`, `RG_UNIT` for an `expires_at` in seconds, else `RG_OPTION_INVALID`
 */
export function parseEntry(entry: ListEntry, where: string): ParsedEntry {
  const { list, subject, value } = entry
  const canonical = readValue(subject, value, where)
  const loginName = subject === 'user' ? (canonicalClaimed(value)?.text ?? null) : null
  return {
    list,
    subject,
    value: canonical,
    loginName,
    name: readName(entry.name),
    expiresAtMs: readExpiry(entry.expires_at, where),
  }
}

function readValue(subject: ListSubject, value: string | number, where: string): string {
  switch (subject) {
    case 'ip': {
      const ip = parseIp(String(value).trim())
      return ip === null ? refuse(value, 'expected an IPv4 or IPv6 address', where) : countedNetwork(ip).key
    }
    case 'cidr':
      return readCidr(String(value).trim(), where)
    case 'asn': {
      const digits = /^(?:AS)?(\d{1,10})$/i.exec(String(value).trim())?.[1]
      const asn = Number(digits)
      return digits === undefined || asn < 1 || asn > 0xffffffff
        ? refuse(value, 'expected an AS number such as 64496 or AS64496', where)
        : String(asn)
    }
    case 'country': {
      const code = String(value).trim().toUpperCase()
      return /^[A-Z]{2}$/.test(code) ? code : refuse(value, 'expected an ISO 3166-1 alpha-2 code such as DE', where)
    }
    case 'device':
    case 'fingerprint':
    case 'user': {
      const id = canonicalUserId(value)
      return id === null || id.length > MAX_ID_CHARS
        ? refuse(value, `expected an id of 1 to ${MAX_ID_CHARS} characters`, where)
        : id
    }
    case 'email':
      return canonicalMailbox(value)?.mailbox ?? refuse(value, 'expected an email address', where)
    case 'email_domain': {
      // By way of a mailbox, so that a provider's alternative domains become the one that events show.
      const domain = canonicalMailbox(`a@${String(value).trim().replace(/^@/, '')}`)?.domain
      return domain ?? refuse(value, 'expected a domain such as example.com', where)
    }
    default:
      return subject satisfies never
  }
}

function readCidr(text: string, where: string): string {
  try {
    return parseCidr(text).text
  } catch (error) {
    if (!(error instanceof RiskError)) throw error
    throw new RiskError(error.code, `${where}: ${error.message}`, { cause: error })
  }
}

function readName(name: string | null | undefined): string | null {
  return name === undefined || name === null || name === '' ? null : name.slice(0, MAX_NAME_CHARS)
}

function readExpiry(given: number | string | null | undefined, where: string): number | null {
  if (given === undefined || given === null) return null
  const ms =
    typeof given === 'number'
      ? given
      : /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?$/.test(given)
        ? Date.parse(given)
        : Number.NaN
  if (ms > 0 && ms < SECONDS_BELOW) {
    throw new RiskError(
      'RG_UNIT',
      `${where}.expires_at: given ${describeGiven(given)}, expected milliseconds since the Unix epoch; it looks like seconds, which would be ${ms * 1000}.`,
    )
  }
  if (!(ms > 0 && ms <= LAST_MS)) {
    throw new RiskError(
      'RG_OPTION_INVALID',
      `${where}.expires_at: given ${describeGiven(given)}, expected milliseconds since the Unix epoch, or ISO 8601 with a time zone, such as 2030-01-31T12:00:00Z.`,
    )
  }
  return Math.floor(ms)
}

function refuse(given: unknown, expected: string, where: string): never {
  throw new RiskError('RG_OPTION_INVALID', `${where}.value: given ${describeGiven(given)}, ${expected}.`)
}
