/** The cookies of one browser at one site. */
export interface CookieJar {
  /** Takes `Set-Cookie` lines; one that has run out (`Max-Age=0` or less) removes. */
  take(lines: string | readonly string[] | null | undefined): void
  /** What to send as `Cookie`; undefined while there are none. */
  header(): string | undefined
  get(name: string): string | undefined
  /** Somebody cleared the site's data. */
  clear(): void
}

/** Names and values only: domain, path and expiry dates are a real browser's business, a test drives one site. */
export function createCookieJar(): CookieJar {
  const cookies = new Map<string, string>()
  return {
    take(lines) {
      for (const line of typeof lines === 'string' ? [lines] : (lines ?? [])) {
        const [pair = '', ...attributes] = line.split(';')
        const equals = pair.indexOf('=')
        if (equals < 1) continue
        const name = pair.slice(0, equals).trim()
        const isOver = attributes.some((attribute) => /^\s*max-age\s*=\s*(?:0|-\d+)\s*$/i.test(attribute))
        if (isOver) cookies.delete(name)
        else cookies.set(name, pair.slice(equals + 1).trim())
      }
    },
    header: () => (cookies.size === 0 ? undefined : [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')),
    get: (name) => cookies.get(name),
    clear: () => cookies.clear(),
  }
}
