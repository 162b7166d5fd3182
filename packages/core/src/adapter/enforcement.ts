import type { Assessment } from '../assessment.js'
import type { ParsedOptions } from '../options.js'

/** To whom `mode: 'enforce'` applies: everybody, or the given percent of devices, or of addresses where there is no device. */
export interface Enforcement {
  /**
   * The same answer for the same client, as long as `rollout` stays; a larger `rollout` only adds clients.
   * @param device `new`: its id was made for this very request, so that whoever drops cookies could draw again
   */
  includes(assessment: Assessment, device?: 'known' | 'new'): boolean
}

const BUCKETS = 10_000

export function createEnforcement({ mode, rollout }: Pick<ParsedOptions, 'mode' | 'rollout'>): Enforcement {
  return {
    includes({ context }, device = 'known') {
      if (mode !== 'enforce') return false
      if (rollout >= 100) return true
      return bucketOf((device === 'known' ? context.device_id : null) ?? context.ip ?? '') < (rollout / 100) * BUCKETS
    },
  }
}

/** FNV-1a, 32 bits: spreads well enough to take a share of clients. */
function bucketOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0) % BUCKETS
}
