import { randomInt } from 'node:crypto'
import type { Touch } from '../store/index.js'
import { entities } from './entity.js'

const KEY_PREFIX = 'probe-of-riskguard'
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** The probe's record goes by itself soon after. */
const TTL_SECONDS = 60

/**
 * What asks a store whether it is back: one small write to a record that nobody reads, the same way a decision goes, so
 * that a read-only or full store doesn't pass. Keys vary over 4,096, to reach every shard in turn.
 */
export function probeTouch(): Touch {
  return {
    kind: entities.nonce.code,
    key: `${KEY_PREFIX}${DIGITS[randomInt(64)]}${DIGITS[randomInt(64)]}`,
    program: {
      ttlSeconds: TTL_SECONDS,
      protectAt: 0,
      operations: [{ kind: 'text', slot: 1, mode: 'set', argument: 0 }],
    },
    arguments: ['probe'],
  }
}
