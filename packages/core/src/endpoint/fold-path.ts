/**
 * Turns a path into the segments that say something, with identifiers folded to one mark. Stateless: whether a segment is an
 * identifier is read from the segment alone, so that every process folds alike. Linear in at most 512 characters.
 */

/** Longer paths are cut here: what names an endpoint stands at the front. */
export const MAX_PATH_CHARS = 512
/** What an identifier becomes. */
export const FOLDED = '{}'

/** Query parameters that name the page of a site with one front file. */
const ROUTE_PARAMETER = /(?:^|&)(?:route|controller|action|r)=([a-z0-9_./%-]{1,80})/i
const EXTENSION = /\.(?:json|xml|php|aspx?|jsp|do|html?|action|cgi|svc|ashx|csv|pdf|txt)(?=$|[.])/gi
const DATE = /^\d{4}-\d{2}-\d{2}$/
const VERSION = /^(?:v|ver|version|api-?v)?\d{1,4}(?:[._-]\d{1,3}){0,3}$|^v\d+(?:alpha|beta|rc)\d*$/i
/** Short words of trade that carry a digit and are no identifier. */
const WORDS_WITH_DIGITS = /oauth|2fa|mfa|otp|b2b|b2c|c2b|p2p|a2a|3ds|3d|e911|web3|s3|saml|u2f|fido|sha|md5/i
/** Nothing but words, hyphens and slashes, as most paths are: quick to take apart. */
const PLAIN_PATH = /^[a-zA-Z0-9/_-]*$/
const LONGEST_WORD = 40

/** Segments of the path, lower and upper case kept, identifiers as `FOLDED`; versions and empty segments are left out. */
export function foldPath(path: string): readonly string[] {
  const cut = path.length > MAX_PATH_CHARS ? path.slice(0, MAX_PATH_CHARS) : path
  const parts = PLAIN_PATH.test(cut) ? cut.split('/') : takeApart(cut)
  const segments: string[] = []
  for (const segment of parts) {
    if (segment === '' || segment === '.' || segment === '..') continue
    const kind = kindOf(segment)
    if (kind === 'word') segments.push(segment)
    else if (kind === 'identifier') segments.push(FOLDED)
  }
  return segments
}

function takeApart(path: string): readonly string[] {
  const query = path.search(/[?#]/)
  const plain = query < 0 ? path : path.slice(0, query)
  const route = query < 0 ? null : ROUTE_PARAMETER.exec(path.slice(query + 1))
  const whole = route === null ? plain : `${plain}/${route[1] as string}`
  return whole
    .split(/[/();,=]|:(?=[a-zA-Z])|%2f/i)
    .map((part) => (part.includes('.') ? part.replace(EXTENSION, '') : part))
}

function kindOf(segment: string): 'word' | 'identifier' | 'version' {
  let digits = 0
  let letters = 0
  for (let at = 0; at < segment.length; at++) {
    const code = segment.charCodeAt(at)
    if (code >= 48 && code <= 57) digits++
    else if ((code | 32) >= 97 && (code | 32) <= 122) letters++
    else if (code === 123 || code === 60 || code > 126) return 'identifier'
    else if (code === 64 && at > 0) return 'identifier'
  }
  if (segment.length > LONGEST_WORD * 2) return 'identifier'
  if (digits === 0) return letters === 0 ? 'identifier' : 'word'
  if (letters === 0 && !/[._-]/.test(segment)) return 'identifier'
  if (segment.length <= 12 && VERSION.test(segment) && !DATE.test(segment)) return 'version'
  if (letters === 0) return 'identifier'
  return hasIdentifier(segment) ? 'identifier' : 'word'
}

/** For a segment of letters and digits: does it name one thing of many, rather than a kind of thing? */
function hasIdentifier(segment: string): boolean {
  const named = WORDS_WITH_DIGITS.test(segment)
  for (const piece of segment.split(/[^a-zA-Z0-9]+/)) {
    const digits = piece.length - piece.replace(/\d/g, '').length
    if (digits === 0) continue
    if (digits === piece.length) {
      if (digits > 2) return true
      continue
    }
    if (named && digits <= 3) continue
    if (digits > 3 || (digits === 3 && piece.length < 12)) return true
    const letters = piece.length - digits
    if (letters < 3 && piece.length > 3) return true
    // A digit in the midst of lower-case letters: no word is spelt so.
    if (/[a-z]\d+[a-z]/.test(piece) && piece.length >= 6) return true
    if (/^\d/.test(piece) && piece.length >= 6) return true
  }
  return segment.length > LONGEST_WORD && !named
}
