/**
 * Whether more fails than this app is used to at this hour, and what the surplus has in common. An attack that stays under
 * every limit of every address still shows: its attempts fail, and they are alike in something (nobody knows their
 * devices, one operator, one browser, one shape of headers). Evidence falls on what they share and on nobody else.
 */
import type { TableShape } from './ledger.js'

/** What attempts are compared by. `closeness` is how near the attempt was to its person. */
export const TRAITS = ['action', 'closeness', 'carries', 'kind', 'asn', 'browser', 'shape'] as const
export type Trait = (typeof TRAITS)[number]
export type Traits = Readonly<Partial<Record<Trait, string | null>>>

export interface PressureReading {
  /** Failures of the last hours beyond what is normal, decayed. */
  readonly surplus: number
  /** Successes of the same time. */
  readonly successes: number
  /** Log-odds that an attempt with these traits belongs to the surplus. */
  readonly logOdds: number
}

const HOUR = 60
const WEEK = 7 * 24 * HOUR
/** A person mistypes once in ten logins or more often; before the app has shown its own ways, more is assumed. */
const PRIOR_FAILURES = 6
const PRIOR_SUCCESSES = 24
/** The surplus must stand out of chance by so many standard deviations. */
const SIGMAS = 3
/** Fewer attempts than this share nothing by more than chance. */
const LEAST_SURPLUS = 8
/** What a surplus of few attempts shows is drawn towards what is normal, as by so many normal ones. */
const SHRINKAGE = 10
/** Rare values exist in any number: none of them counts as rarer than this among good people. */
const RAREST = 0.004
/** How much one trait can say, as a factor. What an attempt is to its person says most. */
const MOST: Readonly<Record<Trait, number>> = {
  action: 12,
  closeness: 60,
  carries: 4,
  kind: 12,
  asn: 12,
  browser: 6,
  shape: 12,
}

const usually = { halfLifeMinutes: WEEK, cap: 1024 }
const lately = { halfLifeMinutes: HOUR, cap: 1024 }

/** `usual.*`: successes by trait, which an attack hardly has. `failed.*`: failures of the last hours by trait. */
export const PRESSURE_TABLES = {
  'usual.action': usually,
  'usual.closeness': usually,
  'usual.carries': usually,
  'usual.kind': usually,
  'usual.asn': usually,
  'usual.browser': usually,
  'usual.shape': usually,
  'failed.action': lately,
  'failed.closeness': lately,
  'failed.carries': lately,
  'failed.kind': lately,
  'failed.asn': lately,
  'failed.browser': lately,
  'failed.shape': lately,
  /** By hour of the day: `f7` failures and `s7` successes at 7 o'clock UTC, surplus left out. */
  rhythm: { halfLifeMinutes: 2 * WEEK, cap: 64 },
  /** Of the last hours: `success`, `failure`. */
  lately: { halfLifeMinutes: HOUR, cap: 4 },
} as const satisfies Record<string, TableShape>
type Table = keyof typeof PRESSURE_TABLES

export interface PressureLedger {
  add(table: Table, member: string, amount: number): void
  of(table: Table, member: string): number
  total(table: Table): number
  distinct(table: Table): number
}

export function createPressure(ledger: PressureLedger) {
  let surplus = 0
  let expected = 0
  let successes = 0

  return {
    /** Takes an outcome in. */
    learn(result: 'success' | 'failure', traits: Traits, hourOfDay: number): void {
      ledger.add('lately', result, 1)
      if (result === 'success') ledger.add('rhythm', `s${hourOfDay}`, 1)
      // Of a surplus only as much as would be normal: an attack is no habit of the app's.
      else ledger.add('rhythm', `f${hourOfDay}`, surplus <= 0 ? 1 : Math.max(0.02, expected / (expected + surplus)))
      for (const trait of TRAITS) {
        const value = traits[trait]
        if (value !== null && value !== undefined)
          ledger.add(result === 'success' ? `usual.${trait}` : `failed.${trait}`, value, 1)
      }
    },
    /** Once per minute of event time: how far failures exceed the usual. */
    weigh(hourOfDay: number): void {
      successes = ledger.of('lately', 'success')
      const share = (sumOf('f') + PRIOR_FAILURES) / (sumOf('s') + PRIOR_SUCCESSES)
      // The hour's own share, drawn towards the whole day's.
      const perSuccess =
        (ledger.of('rhythm', `f${hourOfDay}`) + PRIOR_SUCCESSES * share) /
        (ledger.of('rhythm', `s${hourOfDay}`) + PRIOR_SUCCESSES)
      expected = successes * perSuccess
      surplus = ledger.of('lately', 'failure') - expected - SIGMAS * Math.sqrt(expected + 1)
    },
    isHigh: () => surplus >= LEAST_SURPLUS,
    /** Null while nothing stands out. */
    reading(traits: Traits): PressureReading | null {
      if (surplus < LEAST_SURPLUS) return null
      let logOdds = Math.log(surplus / (successes + expected + 1))
      for (const trait of TRAITS) {
        const value = traits[trait]
        if (value !== null && value !== undefined) logOdds += Math.log(likelihoodRatio(trait, value))
      }
      return { surplus, successes, logOdds }
    },
  }

  function likelihoodRatio(trait: Trait, value: string): number {
    const normal = Math.max(
      RAREST,
      (ledger.of(`usual.${trait}`, value) + RAREST / 2) / (ledger.total(`usual.${trait}`) + 0.5),
    )
    const inSurplus = Math.max(0, ledger.of(`failed.${trait}`, value) - expected * normal)
    // A surplus of many values (thousands of homes' addresses) says little by those it has not shown yet.
    const shrinkage = SHRINKAGE + 2 * ledger.distinct(`failed.${trait}`)
    const ratio = (inSurplus + shrinkage * normal) / (surplus + shrinkage) / normal
    return Math.min(MOST[trait], Math.max(1 / MOST[trait], ratio))
  }

  function sumOf(letter: 'f' | 's'): number {
    let sum = 0
    for (let hour = 0; hour < 24; hour++) sum += ledger.of('rhythm', `${letter}${hour}`)
    return sum
  }
}
