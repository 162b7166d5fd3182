/** Text that a missing or unconverted value turns into: taken for an id, it would make one person of everybody. */
const NOT_IDS: ReadonlySet<string> = new Set(['undefined', 'null', 'NaN', '[object Object]', 'true', 'false'])

/**
 * Reads an id that the *host* vouches for (its session's user, a device or session id): numbers and bigints as
 * decimal text, text exactly as it is, since ids may differ in case alone; objects such as a database's id type by the
 * `toString` of their own class. Null for everything that names nobody. Never throws.
 */
export function canonicalUserId(value: unknown): string | null {
  const text = toText(value)
  return text === null || text === '' || NOT_IDS.has(text) ? null : text
}

function toText(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null
  if (typeof value === 'bigint') return BigInt.asIntN(256, value) === value ? String(value) : null
  if (typeof value !== 'object' || value === null) return null
  try {
    if (Array.isArray(value)) return null
    const convert: unknown = value.toString
    if (typeof convert !== 'function' || convert === Object.prototype.toString) return null
    const text: unknown = convert.call(value)
    return typeof text === 'string' ? text : null
  } catch {
    // The host's object, the host's code: whatever it throws, there is no id.
    return null
  }
}
