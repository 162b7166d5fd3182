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
  readonly inputs: readonly { readonly key: string; readonly index: number; readonly need: Need<unknown> }[]
  /** One frozen answer per need and cause, so that skipping allocates nothing. */
  readonly absent: readonly Skip[]
  readonly failed: readonly Skip[]
  readonly error: Skip
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
  const compiled = detectors.map((detector): Compiled => {
    const inputs = Object.entries(detector.needs).map(([key, need]) => ({ key, need, index: position(need) }))
    const skip = (need: string, why: Skip['why']): Skip => Object.freeze({ detector: detector.name, need, why })
    return {
      detector,
      names: namesOf(detector),
      inputs,
      absent: inputs.map(({ need }) => skip(need.name, 'absent')),
      failed: inputs.map(({ need }) => skip(need.name, 'failed')),
      error: skip('', 'error'),
    }
  })
  return {
    detectors,
    run(event) {
      const values = needs.map((need) => need.read(event))
      const findings: Finding[] = []
      const skipped: Skip[] = []
      for (const one of compiled) runOne(one, values, { findings, skipped, onError })
      return { findings, skipped }
    },
  }
}

function runOne(
  { detector, names, inputs, absent, failed, error }: Compiled,
  values: readonly unknown[],
  out: { findings: Finding[]; skipped: Skip[]; onError: (detector: string, error: unknown) => void },
): void {
  const known: Record<string, unknown> = {}
  for (let i = 0; i < inputs.length; i++) {
    const input = inputs[i] as (typeof inputs)[number]
    const value = values[input.index]
    if (value === FAILED) {
      out.skipped.push(failed[i] as Skip)
      return
    }
    if (value === undefined && !input.need.optional) {
      out.skipped.push(absent[i] as Skip)
      return
    }
    known[input.key] = value
  }
  try {
    const evidence = detector.evaluate(known as Readonly<Record<string, never>>)
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
