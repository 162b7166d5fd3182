import type { RiskEvent } from '../facts/event.js'
import { FAILED, type Need } from '../facts/need.js'
import type { PublicName } from '../vocabulary/index.js'
import type { Detector } from './define-detector.js'
import type { Finding, Skip } from './finding.js'

/** The detectors of one action with each need resolved to a position, so that a need shared by many is read once. */
export interface DetectorSet {
  readonly detectors: readonly Detector[]
  run(event: RiskEvent): { readonly findings: readonly Finding[]; readonly skipped: readonly Skip[] }
}

interface Compiled {
  readonly detector: Detector
  /** Taken from the detector once: detectors differ in shape, and a look-up in them costs more than the call. */
  readonly evaluate: Detector['evaluate']
  readonly names: readonly PublicName[]
  /** Positions of its needs, and how bad a state of each it puts up with. */
  readonly positions: readonly number[]
  readonly bearable: readonly number[]
  /**
   * What `evaluate` gets: one object per detector for the engine's lifetime, whose getters read the event at hand. Building
   * an object per detector and event costs more than all the detectors' own work.
   */
  readonly known: Readonly<Record<string, never>>
  /** One frozen answer per need and cause, so that skipping allocates nothing. */
  readonly absent: readonly Skip[]
  readonly failed: readonly Skip[]
  readonly error: Skip
}

/** States of a need, from good to bad. */
const KNOWN = 0
const ABSENT = 1
const OUT_OF_REACH = 2

/**
 * @param detectors those that apply to the action
 * @param onError told once per throw of a detector (a host's own may); the event goes on without it
 */
export function compileDetectors(
  detectors: readonly Detector[],
  onError: (detector: string, error: unknown) => void,
): DetectorSet {
  const needs: Need<unknown>[] = []
  const positions = new Map<string, number>()
  const position = (need: Need<unknown>): number => {
    const known = positions.get(need.name)
    if (known !== undefined) return known
    needs.push(need)
    positions.set(need.name, needs.length - 1)
    return needs.length - 1
  }
  // The values of the event at hand. Runs are synchronous and never nest, so one array serves them all.
  const values: unknown[] = []
  const compiled = detectors.map((detector): Compiled => {
    const entries = Object.entries(detector.needs).map(([key, need]) => ({ key, need, index: position(need) }))
    const skip = (need: string, why: Skip['why']): Skip => Object.freeze({ detector: detector.name, need, why })
    return {
      detector,
      evaluate: detector.evaluate,
      names: namesOf(detector),
      positions: entries.map(({ index }) => index),
      bearable: entries.map(({ need }) => (need.optional ? ABSENT : KNOWN)),
      known: toView(entries, values),
      absent: entries.map(({ need }) => skip(need.name, 'absent')),
      failed: entries.map(({ need }) => skip(need.name, 'failed')),
      error: skip('', 'error'),
    }
  })
  const reads = needs.map(({ read }) => read)
  const states = new Uint8Array(needs.length)
  let lastSkipped: readonly Skip[] = NONE_SKIPPED

  function readNeeds(event: RiskEvent): void {
    for (let i = 0; i < reads.length; i++) {
      const value = (reads[i] as Need<unknown>['read']).call(needs[i], event)
      values[i] = value
      // Compared here once, not for each detector that has the need; the type first, which costs less than the symbol.
      states[i] = value === undefined ? ABSENT : typeof value === 'symbol' && value === FAILED ? OUT_OF_REACH : KNOWN
    }
  }

  return {
    detectors,
    run(event) {
      readNeeds(event)
      const out: Run = { findings: [], skipped: [], onError }
      for (const one of compiled) {
        const skip = skipOf(one, states) ?? evaluate(one, out)
        if (skip !== null) out.skipped.push(skip)
      }
      // Most events of an action skip the same: they share one list.
      if (!isSame(out.skipped, lastSkipped)) lastSkipped = Object.freeze(out.skipped)
      return { findings: out.findings, skipped: lastSkipped }
    },
  }
}

const NONE_SKIPPED: readonly Skip[] = Object.freeze([])

interface Run {
  readonly findings: Finding[]
  readonly skipped: Skip[]
  readonly onError: (detector: string, error: unknown) => void
}

function toView(
  entries: readonly { readonly key: string; readonly index: number }[],
  values: readonly unknown[],
): Readonly<Record<string, never>> {
  const view = {}
  for (const { key, index } of entries) Object.defineProperty(view, key, { enumerable: true, get: () => values[index] })
  return Object.freeze(view)
}

/** The first need that the detector can't do without; null when it can run. */
function skipOf({ positions, bearable, absent, failed }: Compiled, states: Uint8Array): Skip | null {
  for (let i = 0; i < positions.length; i++) {
    const state = states[positions[i] as number] as number
    if (state > (bearable[i] as number)) return (state === ABSENT ? absent[i] : failed[i]) as Skip
  }
  return null
}

function evaluate({ detector, evaluate, names, known, error }: Compiled, out: Run): Skip | null {
  try {
    const evidence = evaluate.call(detector, known)
    if (evidence === undefined) return null
    const strength = Math.min(3, Math.max(0, evidence.strength ?? 1))
    out.findings.push({ detector, names: evidence.names ?? names, strength, data: evidence.data })
    return null
  } catch (cause) {
    out.onError(detector.name, cause)
    return error
  }
}

function isSame(some: readonly Skip[], others: readonly Skip[]): boolean {
  if (some.length !== others.length) return false
  for (let i = 0; i < some.length; i++) if (some[i] !== others[i]) return false
  return true
}

/** Every public name that a detector can raise. */
export function namesOf(detector: Detector): readonly PublicName[] {
  const { reasons = [], signals = [], anomalies = [] } = detector.raises
  return [...reasons, ...signals, ...anomalies]
}
