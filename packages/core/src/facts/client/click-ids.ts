/** Characters of an address that are looked at. */
const MAX_CHARS = 4096

/** Query parameters that an advertisement's click adds. Source: Google Ads' and Meta's documentation. */
export const clickIdNames = ['gclid', 'wbraid', 'gbraid', 'fbclid'] as const
export type ClickId = (typeof clickIdNames)[number]

/** The click ids in the query of an address or path that carry a value. */
export function findClickIds(url: string | undefined | null): readonly ClickId[] {
  if (!url) return NONE
  const query = url.indexOf('?')
  if (query < 0) return NONE
  const text = url.slice(query, query + MAX_CHARS)
  const found = clickIdNames.filter((name) => PATTERNS[name].test(text))
  return found.length === 0 ? NONE : found
}

const NONE: readonly ClickId[] = Object.freeze([])

const PATTERNS = {
  gclid: /[?&]gclid=[\w-]/,
  wbraid: /[?&]wbraid=[\w-]/,
  gbraid: /[?&]gbraid=[\w-]/,
  fbclid: /[?&]fbclid=[\w-]/,
} as const satisfies Record<ClickId, RegExp>
