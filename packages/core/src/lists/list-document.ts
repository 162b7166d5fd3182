import { type Cidr, parseCidrLine } from '../facts/address/cidr.js'
import { type ListHit, type ListSubject, listSubjects } from '../facts/lists.js'
import { type HeldRow, KEYED_SUBJECTS, rowId, toHit } from './held-row.js'

/** The store's document. */
export const LISTS_DOCUMENT = 'lists'
/** Changes with each write, so that a long document need not be read to see that it is the same. */
export const LISTS_VERSION_DOCUMENT = 'lists-version'
export const MAX_ENTRIES = 100_000
/** 100,000 entries with names of 64 characters have some 20 MB. */
const MAX_DOCUMENT_CHARS = 32 * 1024 * 1024
const FORMAT = 1
const KEY = /^[\w-]{20}$/
const LISTS: readonly unknown[] = ['allow', 'deny', 'challenge']
const MAX_NAME_CHARS = 64

/** What a document holds: `skipped` entries made no sense. */
export interface ReadDocument {
  readonly rows: readonly HeldRow[]
  readonly skipped: number
}

/** Writes rows without anything in it that names a person, a device or a single address. */
export function writeListDocument(rows: readonly HeldRow[]): string {
  const entries = rows.map(({ list, subject, match, loginMatch, expiresAtMs, hit }) => ({
    list,
    subject,
    [KEYED_SUBJECTS.has(subject) ? 'key' : 'value']: match,
    ...(loginMatch === null ? {} : { login_key: loginMatch }),
    ...(hit.name === null ? {} : { name: hit.name }),
    ...(expiresAtMs === null ? {} : { expires_at: expiresAtMs }),
  }))
  return JSON.stringify({ format: FORMAT, entries })
}

/** Null for a document that is none: then nothing of it counts. Single entries that make no sense are left out. Never throws. */
export function readListDocument(text: string): ReadDocument | null {
  const entries = entriesOf(text)
  if (entries === null) return null
  const rows = new Map<string, HeldRow>()
  let skipped = 0
  for (const entry of entries) {
    const row = readRow(entry)
    if (row === null) skipped++
    else rows.set(rowId(row), row)
  }
  return { rows: [...rows.values()], skipped }
}

function entriesOf(text: string): readonly unknown[] | null {
  if (text.length > MAX_DOCUMENT_CHARS) return null
  try {
    const document: unknown = JSON.parse(text)
    if (typeof document !== 'object' || document === null) return null
    const { format, entries } = document as { readonly format?: unknown; readonly entries?: unknown }
    return format === FORMAT && Array.isArray(entries) && entries.length <= MAX_ENTRIES ? entries : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function readRow(entry: unknown): HeldRow | null {
  if (typeof entry !== 'object' || entry === null) return null
  const {
    list,
    subject,
    key,
    value,
    login_key: loginKey,
    name,
    expires_at: expiresAt,
  } = entry as Record<string, unknown>
  if (!LISTS.includes(list) || !listSubjects.includes(subject as ListSubject)) return null
  const isKeyed = KEYED_SUBJECTS.has(subject as ListSubject)
  const match = isKeyed ? key : value
  const cidr = subject === 'cidr' && typeof match === 'string' ? parseCidrLine(match) : null
  if (typeof match !== 'string' || !(isKeyed ? KEY.test(match) : isValue(subject as ListSubject, match, cidr)))
    return null
  if (loginKey !== undefined && (typeof loginKey !== 'string' || !KEY.test(loginKey))) return null
  if (name !== undefined && (typeof name !== 'string' || name.length > MAX_NAME_CHARS)) return null
  if (expiresAt !== undefined && (typeof expiresAt !== 'number' || !Number.isFinite(expiresAt))) return null
  // Written out: spreading an object in here makes 100,000 rows seven times as slow.
  return {
    list: list as ListHit['list'],
    subject: subject as ListSubject,
    match,
    loginMatch: loginKey ?? null,
    value: isKeyed ? null : match,
    expiresAtMs: expiresAt ?? null,
    origin: 'store',
    hit: toHit(list as ListHit['list'], subject as ListSubject, name ?? null),
    cidr,
  }
}

function isValue(subject: ListSubject, value: string, cidr: Cidr | null): boolean {
  if (subject === 'cidr') return cidr?.text === value
  if (subject === 'asn') return /^[1-9]\d{0,9}$/.test(value)
  if (subject === 'country') return /^[A-Z]{2}$/.test(value)
  return /^[a-z0-9_.-]{1,253}$/.test(value)
}
