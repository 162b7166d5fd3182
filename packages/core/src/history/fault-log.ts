/** Warnings about faults: each kind is said at once, repetitions are counted, and there are never more than a few lines a minute. */
export interface FaultLog {
  /** @param cause groups repetitions; @param message the line, without its count */
  report(cause: string, message: string): void
}

export interface FaultLogOptions {
  readonly write: (line: string) => void
  /** Lines in any 60 s, all causes together; 1–1000, default 10. */
  readonly perMinute?: number
  /** Monotonic ms, default `performance.now()`. */
  readonly now?: () => number
}

const MINUTE_MS = 60_000
/** A cause is repeated when its count has grown tenfold, or after a minute. */
const REPEAT_GROWTH = 10
/** Distinct causes that are told apart; causes are short names of ours, so more means something is wrong with them. */
const MAX_CAUSES = 64

interface Repetitions {
  unsaid: number
  nextAt: number
  saidMs: number
}

export function createFaultLog({ write, perMinute = 10, now = () => performance.now() }: FaultLogOptions): FaultLog {
  const causes = new Map<string, Repetitions>()
  const lines: number[] = new Array(perMinute).fill(Number.NEGATIVE_INFINITY)
  let oldest = 0

  return {
    report(cause, message) {
      const name = causes.has(cause) || causes.size < MAX_CAUSES ? cause : 'other'
      let seen = causes.get(name)
      if (seen === undefined) {
        seen = { unsaid: 0, nextAt: 1, saidMs: Number.NEGATIVE_INFINITY }
        causes.set(name, seen)
      }
      seen.unsaid++
      const current = now()
      const quietFor = current - seen.saidMs
      if (quietFor >= MINUTE_MS) seen.nextAt = 1
      if (seen.unsaid < seen.nextAt || current - (lines[oldest] as number) < MINUTE_MS) return
      lines[oldest] = current
      oldest = (oldest + 1) % perMinute
      const count = seen.unsaid
      seen.unsaid = 0
      seen.nextAt *= REPEAT_GROWTH
      seen.saidMs = current
      const line = toLine(message)
      writeLine(write, count === 1 ? line : `${line} (${count.toLocaleString('en-US')} times)`)
    },
  }
}

/** The host's errors may quote what a client sent, of any length and with line breaks of its own. */
const MAX_CHARS = 500

function toLine(message: string): string {
  const line = message.slice(0, MAX_CHARS).replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
  return message.length > MAX_CHARS ? `${line}…` : line
}

function writeLine(write: (line: string) => void, line: string): void {
  try {
    write(line)
  } catch {
    // The host's logger failed; a warning isn't worth a request.
  }
}
