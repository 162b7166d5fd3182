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
  readonly names: readonly PublicName[]
  readonly inputs: readonly Input[]
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

interface Input {
  readonly index: number
  readonly optional: boolean
}

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
      names: namesOf(detector),
      inputs: entries.map(({ index, need }) => ({ index, optional: need.optional })),
      known: toView(entries, values),
      absent: entries.map(({ need }) => skip(need.name, 'absent')),
      failed: entries.map(({ need }) => skip(need.name, 'failed')),
      error: skip('', 'error'),
    }
  })
  return {
    detectors,
    run(event) {
      for (let i = 0; i < needs.length; i++) values[i] = (needs[i] as Need<unknown>).read(event)
      const out: Run = { findings: [], skipped: [], onError }
      for (const one of compiled) runOne(one, values, out)
      return out
    },
  }
}

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

function runOne(
  { detector, names, inputs, known, absent, failed, error }: Compiled,
  values: readonly unknown[],
  out: Run,
): void {
  for (let i = 0; i < inputs.length; i++) {
    const { index, optional } = inputs[i] as Input
    const value = values[index]
    if (value === FAILED) {
      out.skipped.push(failed[i] as Skip)
      return
    }
    if (value === undefined && !optional) {
      out.skipped.push(absent[i] as Skip)
      return
    }
  }
  try {
    const evidence = detector.evaluate(known)
    if (evidence === undefined) return
    const strength = Math.min(3, Math.max(0, evidence.strength ?? 1))
    out.findings.push({ detector, names: evidence.names ?? names, strength, data: evidence.data })
  } catch (cause) {
    out.skipped.push(error)
    out.onError(detector.name, cause)
  }
}

/** Every public name that a detector can raise. */
export function namesOf(detector: Detector): readonly PublicName[] {
  const { reasons = [], signals = [], anomalies = [] } = detector.raises
  return [...reasons, ...signals, ...anomalies]
}
