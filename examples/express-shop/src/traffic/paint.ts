import type { RecommendationType } from '@riskguard/core'

/** Puts colours around text, or nothing. */
export interface Paint {
  recommendation(type: RecommendationType, text: string): string
  dim(text: string): string
  bold(text: string): string
  bad(text: string): string
}

const CODES = { trust: '32', allow: '36', challenge: '33', deny: '31', dim: '2', bold: '1' } as const

/** Colours only for a terminal, and none where `NO_COLOR` is set to anything (no-color.org). */
export function createPaint(
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): Paint {
  const isOn = stream.isTTY === true && (env['NO_COLOR'] ?? '') === ''
  const wrap = (code: string, text: string) => (isOn ? `\u001b[${code}m${text}\u001b[0m` : text)
  return {
    recommendation: (type, text) => wrap(CODES[type], text),
    dim: (text) => wrap(CODES.dim, text),
    bold: (text) => wrap(CODES.bold, text),
    bad: (text) => wrap(CODES.deny, text),
  }
}
