import { type PublicName, publicNames } from '../../packages/core/src/vocabulary/index.js'

/** What the documentation tells about a fact or history feature that a detector asks for. */
export interface DocumentedNeed {
  readonly name: string
  readonly source: string
  /** Whether the detector also works without it. */
  readonly optional: boolean
}

/** What the documentation tells about a detector. */
export interface DocumentedDetector {
  readonly name: string
  readonly summary: string
  /** The honest person who trips it. */
  readonly honest: string
  readonly needs: readonly DocumentedNeed[]
  readonly raises: readonly PublicName[]
}

/** For every public name the detectors that can raise it, in alphabetical order; an empty list where none can yet. */
export function raisedBy(
  detectors: readonly DocumentedDetector[],
): ReadonlyMap<PublicName, readonly DocumentedDetector[]> {
  const sorted = detectors.toSorted((one, other) => (one.name < other.name ? -1 : 1))
  return new Map(publicNames.map((name) => [name, sorted.filter((detector) => detector.raises.includes(name))]))
}

/** The public names that no detector raises. */
export function namesNotRaised(detectors: readonly DocumentedDetector[]): readonly PublicName[] {
  const raised = new Set(detectors.flatMap((detector) => detector.raises))
  return publicNames.filter((name) => !raised.has(name))
}
