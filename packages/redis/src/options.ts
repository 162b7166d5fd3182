import { RiskError } from '@riskguard/core/store'
import type { RedisFailureCause } from './failure.js'
import type { RedisWarning } from './server-warnings.js'

export interface RedisStoreOptions {
  /**
   * What every key begins with; default `rg:`. Stores with different prefixes share nothing. 1–32 characters of letters,
   * digits, `:`, `_`, `.` and `-`. A `keyPrefix` of the given client stands before it.
   */
  readonly prefix?: string
  /**
   * How long a connection may owe an answer, ms, before it is dropped and its calls fail; default 2,000, 100–60,000.
   * The engine's own deadline is shorter: this one ends calls that nobody waits for any more.
   */
  readonly commandDeadlineMs?: number
  /** Calls under way at once, beyond which further ones fail at once; default 10,000, 1–1,000,000. */
  readonly maxPending?: number
  /**
   * Told once about each thing that makes this server lose history: an evicting `maxmemory-policy`, no persistence, a
   * replica. Default: `process.emitWarning`.
   */
  readonly onWarning?: (warning: RedisWarning) => void
  /** Told about each failed connection attempt and failed call; keep it cheap. */
  readonly onFailure?: (cause: RedisFailureCause) => void
}

export interface ParsedOptions {
  readonly prefix: string
  readonly commandDeadlineMs: number
  readonly maxPending: number
  readonly onWarning: (warning: RedisWarning) => void
  readonly onFailure: (cause: RedisFailureCause) => void
}

const KNOWN = ['prefix', 'commandDeadlineMs', 'maxPending', 'onWarning', 'onFailure'] as const
// Braces would choose a cluster slot, and `*?[` make patterns of keys.
const PREFIX = /^[A-Za-z0-9:_.-]{1,32}$/

/**
 * @throws RiskError `RG_OPTION_UNKNOWN`, `RG_OPTION_INVALID`
 */
export function parseRedisStoreOptions(options: RedisStoreOptions = {}): ParsedOptions {
  for (const name of Object.keys(options)) {
    if ((KNOWN as readonly string[]).includes(name)) continue
    throw new RiskError(
      'RG_OPTION_UNKNOWN',
      `redisStore has no option "${name.slice(0, 80)}". It knows: ${KNOWN.join(', ')}.`,
    )
  }
  const { prefix = 'rg:', onWarning = emitWarning, onFailure = ignore } = options
  if (typeof prefix !== 'string' || !PREFIX.test(prefix)) {
    throw invalid('prefix', '1–32 characters of letters, digits, ":", "_", "." and "-"', prefix)
  }
  for (const [name, value] of [
    ['onWarning', onWarning],
    ['onFailure', onFailure],
  ]) {
    if (typeof value !== 'function') throw invalid(String(name), 'a function', value)
  }
  return {
    prefix,
    onWarning,
    onFailure,
    commandDeadlineMs: inRange('commandDeadlineMs', options.commandDeadlineMs ?? 2000, [100, 60_000]),
    maxPending: inRange('maxPending', options.maxPending ?? 10_000, [1, 1_000_000]),
  }
}

function ignore(): void {}

const emitted = new Set<RedisWarning['code']>()

/** Once per process: stores are made anew, servers stay as they are. */
function emitWarning({ code, message }: RedisWarning): void {
  if (emitted.has(code)) return
  emitted.add(code)
  process.emitWarning(message, { type: 'RiskGuardWarning', code })
}

function inRange(name: string, value: unknown, [least, most]: readonly [number, number]): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
  throw invalid(name, `a whole number from ${least} to ${most}`, value)
}

function invalid(name: string, expected: string, given: unknown): RiskError {
  const shown = typeof given === 'string' ? JSON.stringify(given.slice(0, 80)) : String(given)
  return new RiskError('RG_OPTION_INVALID', `redisStore: "${name}" must be ${expected}; it was ${shown}.`)
}
