/** How many header lines are looked at: the first and the last half of them, so that what a proxy appended survives a flood in front. */
const MAX_HEADERS = 200
/** Characters of one header's value that are handed out; browsers and proxies stay far below (servers refuse 8–16 KB in all). */
const MAX_VALUE_CHARS = 8192
/** Header names longer than this name nothing that we know. */
const MAX_NAME_CHARS = 256
/** Array values looked at per header of an object. */
const MAX_LINES_PER_HEADER = 50

/** Headers of which node keeps the first line and drops the others; the rest are joined. */
const FIRST_LINE_WINS: ReadonlySet<string> = new Set([
  'age',
  'authorization',
  'content-length',
  'content-type',
  'etag',
  'expires',
  'from',
  'host',
  'if-modified-since',
  'if-unmodified-since',
  'last-modified',
  'location',
  'max-forwards',
  'proxy-authorization',
  'referer',
  'retry-after',
  'server',
  'user-agent',
])

/** Flat node `rawHeaders`, a list of pairs, or an object as `req.headers` or a fetch `Headers`. */
export type HeaderInput = readonly string[] | readonly (readonly [string, string])[] | Readonly<Record<string, unknown>>

export interface HeaderOptions {
  /** An object's names are all there were: what is missing was not sent. Default false; raw pairs are always complete. */
  readonly headersComplete?: boolean
  /** The request came over HTTP/2 or later. Default: seen from the pseudo headers (`:method`). */
  readonly http2?: boolean
}

/** The headers of one request, read on demand; nothing is copied from raw pairs. */
export interface HeaderBag {
  /**
   * The value under a lower-case name, or undefined. Several lines are joined as node does (`, `; cookies `; `;
   * of `user-agent`, `host`, `referer` and their like the first line counts). At most 8,192 characters, from the start.
   */
  get(lowerName: string): string | undefined
  /**
   * Like `get`, but a value over 8,192 characters loses its *beginning*, up to a whole comma-separated element:
   * for headers that proxies append to, where only the end is trustworthy.
   */
  getTail(lowerName: string): string | undefined
  has(lowerName: string): boolean
  /** Names as sent, in order and in their case, without pseudo headers; empty where the input doesn't tell the order. */
  readonly order: readonly string[]
  /** True when a header that isn't here wasn't sent. False for a partial object and for a truncated bag. */
  readonly complete: boolean
  /** The lines looked at, flat name-value pairs as given; in hostile input an item may be no string. */
  readonly lines: readonly unknown[]
  /** Lower-case names that stood on more than one line. */
  readonly duplicates: readonly string[]
  readonly http2: boolean
  /** More than 200 lines came; only the first and last 100 are seen (node itself keeps 1,000 and silently drops the rest). */
  readonly truncated: boolean
}

/**
 * Opens a request's headers for reading. Raw pairs are complete: what is missing is absent. An object is partial
 * unless `headersComplete` says otherwise. Never throws, whatever is passed; what isn't text is not there.
 */
export function parseHeaders(input: HeaderInput, options: HeaderOptions = {}): HeaderBag {
  const raw = Array.isArray(input)
  const all = raw ? fromArray(input) : fromObject(input)
  const count = raw && !Array.isArray(input[0]) ? input.length / 2 : raw ? input.length : all.length / 2
  const lines = bounded(all)
  const truncated = count > MAX_HEADERS
  return createBag(lines, {
    ordered: raw,
    truncated,
    complete: (raw || options.headersComplete === true) && !truncated,
    http2: options.http2 ?? hasPseudoHeader(lines),
  })
}

interface BagTraits {
  readonly ordered: boolean
  readonly truncated: boolean
  readonly complete: boolean
  readonly http2: boolean
}

function createBag(lines: readonly unknown[], traits: BagTraits): HeaderBag {
  return new Bag(lines, traits)
}

/** A class, so that a request costs one object and not a closure per method. */
class Bag implements HeaderBag {
  readonly lines: readonly unknown[]
  readonly complete: boolean
  readonly http2: boolean
  readonly truncated: boolean
  readonly #ordered: boolean
  #order: readonly string[] | undefined
  #duplicates: readonly string[] | undefined

  constructor(lines: readonly unknown[], { ordered, complete, http2, truncated }: BagTraits) {
    this.lines = lines
    this.complete = complete
    this.http2 = http2
    this.truncated = truncated
    this.#ordered = ordered
    this.#order = undefined
    this.#duplicates = undefined
  }

  get(lowerName: string): string | undefined {
    const value = joinedValue(this.lines, lowerName)
    return value === undefined || value.length <= MAX_VALUE_CHARS ? value : value.slice(0, MAX_VALUE_CHARS)
  }

  getTail(lowerName: string): string | undefined {
    return keepEnd(joinedValue(this.lines, lowerName))
  }

  has(lowerName: string): boolean {
    return joinedValue(this.lines, lowerName) !== undefined
  }

  get order(): readonly string[] {
    this.#order ??= Object.freeze(this.#ordered ? namesOf(this.lines) : [])
    return this.#order
  }

  get duplicates(): readonly string[] {
    this.#duplicates ??= Object.freeze(duplicatesOf(namesOf(this.lines)))
    return this.#duplicates
  }
}

function joinedValue(lines: readonly unknown[], lowerName: string): string | undefined {
  let found: string | undefined
  for (let i = 0; i + 1 < lines.length; i += 2) {
    const name = lines[i]
    // Lengths first: a request has some twenty headers and nearly all differ from the one wanted in it.
    if (typeof name !== 'string' || name.length !== lowerName.length) continue
    if (name !== lowerName && name.toLowerCase() !== lowerName) continue
    const value = lines[i + 1]
    if (typeof value !== 'string') continue
    if (found === undefined) {
      found = value
      if (FIRST_LINE_WINS.has(lowerName)) return found
    } else found += (lowerName === 'cookie' ? '; ' : ', ') + value
  }
  return found
}

function keepEnd(value: string | undefined): string | undefined {
  if (value === undefined || value.length <= MAX_VALUE_CHARS) return value
  const end = value.slice(-MAX_VALUE_CHARS)
  return end.slice(end.indexOf(',') + 1).trimStart()
}

function namesOf(lines: readonly unknown[]): string[] {
  const names: string[] = []
  for (let i = 0; i + 1 < lines.length; i += 2) {
    const name = lines[i]
    if (typeof name === 'string' && name.length <= MAX_NAME_CHARS && !name.startsWith(':')) names.push(name)
  }
  return names
}

function duplicatesOf(names: readonly string[]): string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const name of names) {
    const lower = name.toLowerCase()
    if (seen.has(lower)) twice.add(lower)
    seen.add(lower)
  }
  return [...twice]
}

function hasPseudoHeader(lines: readonly unknown[]): boolean {
  // They come before every other header (RFC 9113, 8.3).
  const first = lines[0]
  return typeof first === 'string' && first.startsWith(':')
}

function bounded(lines: readonly unknown[]): readonly unknown[] {
  if (lines.length <= MAX_HEADERS * 2) return lines
  const even = lines.length - (lines.length % 2)
  return [...lines.slice(0, MAX_HEADERS), ...lines.slice(even - MAX_HEADERS, even)]
}

function fromArray(input: readonly unknown[]): readonly unknown[] {
  if (!Array.isArray(input[0])) return input
  const lines: unknown[] = []
  const pairs =
    input.length <= MAX_HEADERS ? input : [...input.slice(0, MAX_HEADERS / 2), ...input.slice(-MAX_HEADERS / 2)]
  for (const pair of pairs) if (Array.isArray(pair)) lines.push(pair[0], pair[1])
  return lines
}

function fromObject(input: unknown): readonly unknown[] {
  if (typeof input !== 'object' || input === null) return []
  const lines: unknown[] = []
  try {
    for (const [name, value] of entriesOf(input)) {
      if (typeof name !== 'string') continue
      const values: readonly unknown[] = Array.isArray(value) ? value.slice(0, MAX_LINES_PER_HEADER) : [value]
      for (const one of values) {
        if (typeof one === 'string') lines.push(name, one)
        else if (typeof one === 'number') lines.push(name, String(one))
      }
      // One more than we look at, so that the bag knows it is truncated.
      if (lines.length > MAX_HEADERS * 2) break
    }
  } catch {
    // A proxy or a getter of the host's object threw: what was read until then stands.
  }
  return lines
}

function* entriesOf(input: object): Generator<readonly [unknown, unknown]> {
  if (input instanceof Headers) {
    yield* input.entries()
    return
  }
  for (const name of Object.keys(input)) yield [name, (input as Readonly<Record<string, unknown>>)[name]]
}
