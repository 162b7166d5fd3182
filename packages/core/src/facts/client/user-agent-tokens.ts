/** Characters of a user agent that are read; ordinary ones have 60–250. */
export const MAX_USER_AGENT_CHARS = 512
/** Tokens looked at in one user agent. */
const MAX_TOKENS = 80

export interface UserAgentTokens {
  /** Lower-case product names (`chrome` of `Chrome/131.0`), in order, comments included, the device model's slot left out. */
  readonly all: readonly string[]
  /** The first product's name, lower case. */
  readonly first: string
  /** The text without the device model's slot: what a maker calls a phone ("M bot 54") says nothing of its software. */
  readonly text: string
  /** Lower-case words of that slot. */
  readonly model: readonly string[]
}

const NO_WORDS: readonly string[] = Object.freeze([])

/** Splits a user agent into product names in one pass over at most 512 characters. */
export function toUserAgentTokens(userAgent: string): UserAgentTokens {
  const { text, model } = splitModel(userAgent.slice(0, MAX_USER_AGENT_CHARS))
  const all: string[] = []
  for (const word of text.toLowerCase().split(/[\s;,()[\]{}<>"'|+@=]/, MAX_TOKENS * 2)) {
    if (word === '') continue
    const slash = word.indexOf('/')
    const name = slash > 0 ? word.slice(0, slash) : word
    if (all.push(name) >= MAX_TOKENS) break
  }
  return {
    all,
    first: all[0] ?? '',
    text,
    model: model === '' ? NO_WORDS : model.toLowerCase().split(/[\s;/()]+/, MAX_TOKENS),
  }
}

/** The value of the first token that a table knows. */
export function findToken<T>(tokens: readonly string[], table: ReadonlyMap<string, T>): T | undefined {
  for (const token of tokens) {
    const found = table.get(token)
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * Leaves out what follows the Android version inside the first comment: `(Linux; Android 7.0; M bot 54 Build/NRD90M)`.
 * A comment that says `compatible` or names an address is a robot's and stays whole.
 */
function splitModel(userAgent: string): { readonly text: string; readonly model: string } {
  const open = userAgent.indexOf('(')
  if (open < 0) return { text: userAgent, model: '' }
  const close = closingOf(userAgent, open)
  const comment = userAgent.slice(open, close)
  const android = comment.search(/\bAndroid\b/i)
  if (android < 0 || /compatible|https?:|www\.|-google\//i.test(comment)) return { text: userAgent, model: '' }
  const model = comment.indexOf(';', android)
  if (model < 0) return { text: userAgent, model: '' }
  return { text: userAgent.slice(0, open + model) + userAgent.slice(close), model: comment.slice(model) }
}

function closingOf(text: string, open: number): number {
  let depth = 0
  for (let i = open; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 40) depth++
    else if (c === 41 && --depth === 0) return i
  }
  return text.length
}
