import { describeGiven, RiskError } from '../../errors.js'

const MIB = 1024 * 1024
const DEFAULT_MAX_BYTES = 64 * MIB
const LEAST_MAX_BYTES = MIB
const MOST_MAX_BYTES = 16 * 1024 * MIB
const DEFAULT_RESERVED_SHARE = 1 / 8
const MOST_RESERVED_SHARE = 1 / 2

export interface MemoryStoreOptions {
  /**
   * Bytes of everything that the store keeps: records, index, tables, documents. Never exceeded. 1 MiB to 16 GiB, default
   * 64 MiB, of which nothing is taken before it is needed. One MiB holds about 5,000 entities.
   */
  readonly maxBytes?: number
  /** The store's clock, ms since the Unix epoch; default `Date.now`. Expiry runs on it. */
  readonly clock?: () => number
  /**
   * Part of `maxBytes` that records with a live block may hold against all others, 0 to 0.5, default 1/8. While there are
   * none, others use it.
   */
  readonly reservedShare?: number
  /** Told once, at construction, what an operator should know: under `node:cluster` each worker has its own memory. */
  readonly onWarning?: (message: string) => void
}

export interface ParsedMemoryStoreOptions {
  readonly maxBytes: number
  readonly clock: () => number
  readonly reservedShare: number
  readonly onWarning: (message: string) => void
}

const NAMES = ['maxBytes', 'clock', 'reservedShare', 'onWarning']

/** Throws `RG_OPTION_UNKNOWN`, `RG_OPTION_INVALID`, or `RG_UNIT` for a `maxBytes` that was meant in MiB. */
export function parseMemoryStoreOptions(options: MemoryStoreOptions): ParsedMemoryStoreOptions {
  if (typeof options !== 'object' || options === null) {
    throw invalid('options of createMemoryStore', 'an object', options)
  }
  for (const name of Object.keys(options)) {
    if (NAMES.includes(name)) continue
    throw new RiskError(
      'RG_OPTION_UNKNOWN',
      `createMemoryStore has no option ${describeGiven(name)}; it has ${NAMES.join(', ')}`,
    )
  }
  const { maxBytes = DEFAULT_MAX_BYTES, clock = Date.now, reservedShare = DEFAULT_RESERVED_SHARE } = options
  const { onWarning = () => {} } = options
  if (!Number.isSafeInteger(maxBytes)) throw invalid('maxBytes', 'a whole number of bytes', maxBytes)
  if (maxBytes >= 0 && maxBytes <= 65_536) {
    throw new RiskError(
      'RG_UNIT',
      `maxBytes is in bytes, at least ${LEAST_MAX_BYTES} (1 MiB); given ${maxBytes}. Meant ${maxBytes} MiB? Then ${maxBytes} * 1024 * 1024`,
    )
  }
  if (maxBytes < LEAST_MAX_BYTES || maxBytes > MOST_MAX_BYTES) {
    throw invalid('maxBytes', `${LEAST_MAX_BYTES} (1 MiB) to ${MOST_MAX_BYTES} (16 GiB)`, maxBytes)
  }
  if (typeof reservedShare !== 'number' || !(reservedShare >= 0 && reservedShare <= MOST_RESERVED_SHARE)) {
    throw invalid('reservedShare', `a number from 0 to ${MOST_RESERVED_SHARE}`, reservedShare)
  }
  if (typeof clock !== 'function') throw invalid('clock', 'a function that returns ms since the Unix epoch', clock)
  if (typeof onWarning !== 'function') throw invalid('onWarning', 'a function', onWarning)
  return { maxBytes, clock, reservedShare, onWarning }
}

function invalid(name: string, expected: string, given: unknown): RiskError {
  return new RiskError('RG_OPTION_INVALID', `${name}: expected ${expected}, given ${describeGiven(given)}`)
}
