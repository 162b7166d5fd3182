/**
 * What this app sees of everybody together: how common addresses, operators and browsers are among its successes, how
 * improbable its own successes are, and whether more fails than usual. Counted in this process, merged with the others'
 * through one document of the store in the background; no key is written by every login, and no assessment waits.
 *
 * All of it advances at minutes of event time: what a minute taught counts from the next one on.
 */
import type { RiskEvent } from '../../facts/event.js'
import { FAILED } from '../../facts/need.js'
import type { StorePort } from '../../store/index.js'
import {
  profileAsns,
  profileBuilds,
  profileCarries,
  profileCountries,
  profileIps,
  profilePlatforms,
  profileSystems,
  profileUserAgents,
} from '../features/profile.js'
import { featureRatio, IP_WEIGHTS, priorRatio, type SubFeature, UA_WEIGHTS } from './freeman.js'
import { createLedger } from './ledger.js'
import { createPressure, PRESSURE_TABLES, type PressureReading, type Traits } from './pressure.js'
import { stepAbove, toStep } from './score-steps.js'

export const ANOMALIES = ['location', 'network', 'device', 'whole'] as const
export type AnomalyName = (typeof ANOMALIES)[number]

/** Natural score of one anomaly, and where the app's own successes put the line. */
export interface AnomalyReading {
  readonly score: number
  readonly step: number
  /** The step that 1 % of the app's successes exceed; null while there are too few of them. */
  readonly line: number | null
}

type Scores = Readonly<Record<AnomalyName, number | null>>

/** As the event sees it. */
export interface Everyone {
  /** Null without enough of a past of this person, or without the trait. */
  anomaly(name: AnomalyName, event: RiskEvent): AnomalyReading | null
  /** All four as histogram steps, 0 = none, to travel with the action. */
  stepsOf(event: RiskEvent): readonly number[]
  /** Whether more fails than usual, which is seldom. */
  isUnderPressure(): boolean
  pressure(traits: Traits): PressureReading | null
}

/** What an outcome says about everybody. */
export interface Observation {
  readonly result: 'success' | 'failure'
  readonly atMs: number
  readonly traits: Traits
  /** Of Freeman's features; a success's own. */
  readonly values: Readonly<Partial<Record<ValueName, string | null>>>
  readonly steps: readonly number[]
  /** First success of a person. */
  readonly isFirst: boolean
}

export interface EveryoneMemory extends Everyone {
  /** Lets finished minutes count; called with every assessment. */
  advance(nowMs: number): void
  observe(observation: Observation): void
  /** Exchanges counts with other processes of the store. Never rejects. */
  merge(): Promise<void>
}

const VALUES = ['ip', 'asn', 'country', 'ua', 'build', 'system', 'platform'] as const
type ValueName = (typeof VALUES)[number]

const DAY = 24 * 60
const remembered = (cap: number) => ({ halfLifeMinutes: 90 * DAY, cap })
const TABLES = {
  ip: remembered(8192),
  asn: remembered(1024),
  country: remembered(256),
  ua: remembered(2048),
  build: remembered(512),
  system: remembered(256),
  platform: remembered(8),
  users: remembered(4),
  'steps.location': { halfLifeMinutes: 30 * DAY, cap: 256 },
  'steps.network': { halfLifeMinutes: 30 * DAY, cap: 256 },
  'steps.device': { halfLifeMinutes: 30 * DAY, cap: 256 },
  'steps.whole': { halfLifeMinutes: 30 * DAY, cap: 256 },
  ...PRESSURE_TABLES,
} as const

/** From the finest to the coarsest, as published. */
const IP_PARTS = ['ip', 'asn', 'country'] as const
const UA_PARTS = ['ua', 'build', 'system', 'platform'] as const
const WEIGHTS = { ...IP_WEIGHTS, ...UA_WEIGHTS } as const
const OWN = {
  ip: profileIps.entry,
  asn: profileAsns.entry,
  country: profileCountries.entry,
  ua: profileUserAgents.entry,
  build: profileBuilds.entry,
  system: profileSystems.entry,
  platform: profilePlatforms.entry,
} as const
const ownSuccesses = profileCarries.successes

/** What the anomalies read of the person. */
export const anomalyFeatures = [...Object.values(OWN), ownSuccesses].flatMap((need) => need.features)

/** CATALOGUE: α = 1 %, and at least five successes of the person. */
const ALPHA = 0.01
const ENOUGH_SUCCESSES = 5
/** Outcomes of one minute that wait; beyond them they count at once. */
const MAX_WAITING = 10_000
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const HOURS = 24

export function createEveryone(
  store: Pick<StorePort, 'readDocument' | 'writeDocument'>,
  { processId, namespace }: { readonly processId: string; readonly namespace: string },
): EveryoneMemory {
  const ledger = createLedger(TABLES, { store, processId, document: `everybody:${namespace}` })
  const pressure = createPressure(ledger)
  const lines = new Map<AnomalyName, number | null>()
  let waiting: Observation[] = []
  let present = 0
  let last: { readonly event: RiskEvent; readonly scores: Scores | null } | null = null

  function takeIn({ result, atMs, traits, values, steps, isFirst }: Observation): void {
    pressure.learn(result, traits, hourOf(atMs))
    if (result === 'failure') return
    if (isFirst) ledger.add('users', 'all', 1)
    for (const name of VALUES) {
      const value = values[name]
      if (value !== null && value !== undefined) ledger.add(name, value, 1)
    }
    ANOMALIES.forEach((name, i) => {
      const step = steps[i] ?? 0
      if (step > 0) ledger.add(`steps.${name}`, String(step), 1)
    })
  }

  function settle(): void {
    for (const observation of waiting) takeIn(observation)
    waiting = []
  }

  function subFeatures(parts: readonly ValueName[], event: RiskEvent, own: number): SubFeature[] {
    const found: SubFeature[] = []
    // From the coarsest: what may still come of a finer value is counted by the coarser ones.
    let unseen = 1
    let weights = 0
    for (const name of [...parts].reverse()) {
      const member = event.members[name]
      if (member === null || member === undefined) continue
      const entry = OWN[name].read(event)
      // What is on probation may have been somebody else.
      const count = entry === FAILED || entry === undefined || entry === null || entry.onProbation ? 0 : entry.successes
      found.push({
        weight: WEIGHTS[name],
        own: { count: Math.min(count, own), successes: own },
        everybody: { count: ledger.of(name, member), successes: ledger.total(name), unseen },
      })
      weights += WEIGHTS[name]
      unseen += ledger.distinct(name)
    }
    // Without geo data only the address is left: the weights of what is known make up the whole.
    return weights === 0 ? [] : found.map((part) => ({ ...part, weight: part.weight / weights }))
  }

  function scoresOf(event: RiskEvent): Scores | null {
    const own = ownSuccesses.read(event)
    const successes = ledger.total('platform') || ledger.total('ip')
    if (typeof own !== 'number' || own < ENOUGH_SUCCESSES || successes <= 0) return null
    const address = subFeatures(IP_PARTS, event, own)
    const place = subFeatures(['country'], event, own)
    const software = subFeatures(UA_PARTS, event, own)
    const users = Math.max(1, ledger.total('users'))
    const whole = [address, software].filter((feature) => feature.length > 0)
    return {
      location: place.length === 0 ? null : featureRatio(place),
      network: address.length === 0 ? null : featureRatio(address),
      device: software.length === 0 ? null : featureRatio(software),
      whole:
        whole.length === 0
          ? null
          : whole.reduce((product, feature) => product * featureRatio(feature), 1) *
            priorRatio({ users, ownSuccesses: own, successes }),
    }
  }

  /** Worked out at most once a minute. */
  function lineOf(name: AnomalyName): number | null {
    const known = lines.get(name)
    if (known !== undefined) return known
    const table = `steps.${name}` as const
    const line = stepAbove({ of: (step) => ledger.of(table, step), total: () => ledger.total(table) }, ALPHA)
    lines.set(name, line)
    return line
  }

  /** One event is asked about several times in a row. */
  function remembered(event: RiskEvent): Scores | null {
    if (last?.event !== event) last = { event, scores: scoresOf(event) }
    return last.scores
  }

  return {
    advance(nowMs) {
      const minute = Math.floor(nowMs / MINUTE_MS)
      if (minute <= present) return
      settle()
      present = minute
      ledger.advance(minute)
      pressure.weigh(hourOf(nowMs))
      lines.clear()
    },
    observe(observation) {
      if (waiting.length >= MAX_WAITING) settle()
      waiting.push(observation)
    },
    anomaly(name, event) {
      const score = remembered(event)?.[name] ?? null
      if (score === null) return null
      return { score, step: toStep(score), line: lineOf(name) }
    },
    stepsOf(event) {
      const scores = remembered(event)
      return ANOMALIES.map((name) => (scores?.[name] == null ? 0 : toStep(scores[name])))
    },
    isUnderPressure: () => pressure.isHigh(),
    pressure: (traits) => pressure.reading(traits),
    merge: () => ledger.merge(present),
  }
}

/** UTC: the app's rhythm is what counts, whatever the clock on its wall says. */
function hourOf(ms: number): number {
  return Math.floor(ms / HOUR_MS) % HOURS
}
