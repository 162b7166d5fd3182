import type { PublicName } from '../vocabulary/index.js'
import type { Detector, Evidence } from './define-detector.js'

/** A detector that fired. */
export interface Finding {
  readonly detector: Detector
  /** The public names that it raises in this event. */
  readonly names: readonly PublicName[]
  /** 0 to 3. */
  readonly strength: number
  readonly data: Evidence['data']
}

/** A detector that could not run, and the need that was missing. */
export interface Skip {
  readonly detector: string
  readonly need: string
  /** `absent`: this event or this installation has no such thing; `failed`: its source was out of reach; `error`: it threw. */
  readonly why: 'absent' | 'failed' | 'error'
}
