import { isRecord, type TouchReply } from '../store/index.js'

/** A store's answer, distrusted: all known; some failed (`replies` holds null for them); or none usable. */
export type ReadReplies =
  | { readonly complete: true; readonly replies: readonly TouchReply[] }
  | { readonly complete: false; readonly cause: string; readonly replies: readonly (TouchReply | null)[] | null }

const GARBAGE: ReadReplies = Object.freeze({ complete: false, cause: 'garbage', replies: null })

/** @param count replies that are expected, one per touch */
export function readReplies(given: unknown, count: number): ReadReplies {
  if (!Array.isArray(given) || given.length !== count) return GARBAGE
  let known = 0
  let cause: string | null = null
  for (const reply of given) {
    const why = whyUnusable(reply)
    if (why === null) known++
    else cause ??= why
  }
  if (cause === null) return { complete: true, replies: given }
  const replies = known === 0 ? null : given.map((reply) => (whyUnusable(reply) === null ? reply : null))
  return { complete: false, cause, replies }
}

function whyUnusable(reply: TouchReply | null | undefined): string | null {
  if (typeof reply !== 'object' || reply === null) return 'garbage'
  if (reply.state === 'failed') return typeof reply.cause === 'string' ? reply.cause : 'garbage'
  if (reply.state !== 'known' || !Number.isFinite(reply.nowMs)) return 'garbage'
  const { record } = reply
  // `isView` instead of `instanceof`: buffers of another realm are buffers too.
  return record === null || (ArrayBuffer.isView(record) && isRecord(record)) ? null : 'garbage'
}
