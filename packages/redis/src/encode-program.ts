import type { Operation, Program, Touch, TouchOptions } from '@riskguard/core/store'

/** Codes of the operations; scripts/touch.lua lists them. */
const KINDS = { count: 1, distinct: 2, baseline: 3, familiar: 4, forget: 5, text: 6 } as const
const MEMBER_CHARS = 6
const STAMP_MS = 300_000 // a distinct entry's unit of time
const ON_PROBATION = 256
/** Longer than any record: the definition leaves a slot as it was when its text doesn't fit. */
const TEXT_MAX_CHARS = 8192
const TTL_MAX_SECONDS = 400 * 86_400
const TTL_MAX_CHARS = 8
/** A record's TTL is set anew when it enters another of these parts of it, not by every write: a third of a write's cost. */
const TTL_RENEWALS = 8
/** The latest time that a JavaScript date can say, ms. */
const LATEST_MS = 8.64e15

/** An operation's fixed part; the touch's argument follows it, if it takes one. */
type Piece =
  | { readonly takes: 'nothing'; readonly code: string }
  | { readonly takes: 'member' | 'text'; readonly code: string; readonly argument: number }

interface EncodedProgram {
  readonly head: string
  readonly pieces: readonly Piece[]
}

// Programs are compiled once per action and live as long as the engine.
const encoded = new WeakMap<Program, EncodedProgram>()

/** One touch as the 7-bit text that scripts/touch.lua reads. */
export function encodeTouch(touch: Touch): string {
  let program = encoded.get(touch.program)
  if (program === undefined) {
    program = encodeProgram(touch.program)
    encoded.set(touch.program, program)
  }
  let text = program.head
  for (const piece of program.pieces) {
    if (piece.takes === 'nothing') {
      text += piece.code
      continue
    }
    const argument = touch.arguments[piece.argument] ?? null
    if (argument === null) continue
    if (piece.takes === 'member') text += piece.code + toMember(argument)
    else if (argument.length <= TEXT_MAX_CHARS) text += piece.code + digits(argument.length, 3) + toSevenBits(argument)
  }
  return text
}

/** What holds for all entities of a call, as scripts/touch.lua reads it: the guard, and the time. */
export function encodeCall(options: TouchOptions): string {
  return (options.guard === 'first' ? 'G' : '') + encodeTime(options)
}

/** A time that is no time counts as not given. */
export function encodeTime({ atMs, clock }: TouchOptions): string {
  if (atMs === null || !Number.isFinite(atMs)) return ''
  const ms = Math.floor(Math.min(Math.max(atMs, 0), LATEST_MS))
  return clock === 'event' ? `E${ms}` : `${ms}`
}

function encodeProgram(program: Program): EncodedProgram {
  const ttlSeconds = Math.floor(Math.min(Math.max(program.ttlSeconds, 1), TTL_MAX_SECONDS))
  const ttl = String(ttlSeconds)
  const pieces: Piece[] = []
  let head = digits(Math.floor((ttlSeconds * 10) / TTL_RENEWALS), 4) + digits(ttl.length, 1) + ttl.padEnd(TTL_MAX_CHARS)
  for (const operation of program.operations) {
    const piece = encodeOperation(operation)
    if (piece.takes === 'nothing' && pieces.length === 0) head += piece.code
    else pieces.push(piece)
  }
  return { head, pieces }
}

function encodeOperation(operation: Operation): Piece {
  const { slot } = operation
  const start = String.fromCharCode(KINDS[operation.kind] + (slot > 127 ? 64 : 0), slot & 127)
  switch (operation.kind) {
    case 'count': {
      const { add, widthsDs } = operation
      const widths = widthsDs.map((width) => digits(width, 4)).join('')
      return { takes: 'nothing', code: start + digits(widthsDs.length, 1) + digits(Math.min(add, 65_535), 3) + widths }
    }
    case 'baseline':
      return { takes: 'nothing', code: start + digits(0, 1) + digits(operation.add, 3) + digits(operation.widthDs, 4) }
    case 'distinct': {
      const maxAge = Math.min(Math.ceil(operation.maxAgeMs / STAMP_MS), 65_535)
      return member(operation, start + digits(operation.cap, 1) + digits(maxAge, 3))
    }
    case 'familiar': {
      const how = (operation.addHalves & 255) + (operation.standing === 'probation' ? ON_PROBATION : 0)
      return member(operation, start + digits(operation.cap, 1) + digits(how, 3))
    }
    case 'forget':
      return member(operation, start + digits(operation.from === 'distinct' ? 0 : 1, 1) + digits(0, 3))
    case 'text':
      return {
        takes: 'text',
        code: start + digits(operation.mode === 'set' ? 0 : 1, 1),
        argument: operation.argument,
      }
    default:
      return operation satisfies never
  }
}

function member({ argument }: { readonly argument: number }, code: string): Piece {
  return { takes: 'member', code, argument }
}

/** A whole number in base 128, most significant digit first. */
function digits(value: number, count: number): string {
  let text = ''
  let rest = value
  for (let i = 0; i < count; i++) {
    text = String.fromCharCode(rest % 128) + text
    rest = Math.floor(rest / 128)
  }
  return text
}

/** Members come as six characters from the engine; anything else must not shift the rest of the program. */
function toMember(text: string): string {
  return text.length === MEMBER_CHARS
    ? toSevenBits(text)
    : toSevenBits(text.slice(0, MEMBER_CHARS).padEnd(MEMBER_CHARS, '\0'))
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is what 7-bit means.
const SEVEN_BITS = /^[\x00-\x7f]*$/

function toSevenBits(text: string): string {
  if (SEVEN_BITS.test(text)) return text
  return Array.from({ length: text.length }, (_, i) => String.fromCharCode(text.charCodeAt(i) & 127)).join('')
}
