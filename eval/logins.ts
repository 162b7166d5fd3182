// Decisions on the simulated stream of logins, in time order: node tools/run-ts.mjs eval/logins.ts --data ../shared/data
//   --geo <node_modules/@ip-location-db>   bare tables of country and operator; without it, the product's own provider
//   --without-devices                       device ids withheld
//   --users even|odd                        counts one half of the users only (all of them take part): tune on one, report the other
//   --explain <family>                      what raised or spared the attempts of one family
// The engine sees the past only: the outcome comes after the decision, through report, and the oracle never.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { type Assessment, createRiskEngine } from '@riskguard/core'
import { createMemoryStore } from '../packages/core/src/stores/memory/index.js'
import { openProductNetwork, readGeoNetwork } from './geo-network.js'

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    geo: { type: 'string' },
    'without-devices': { type: 'boolean', default: false },
    users: { type: 'string' },
    explain: { type: 'string' },
  },
})

interface Login {
  /** Seconds from the start. */
  readonly t: number
  readonly user: string
  readonly success: boolean
  readonly ip: string
  readonly ua: string
  readonly device_id: string | null
}

const folder = resolve(values.data, 'logins')
const START_MS = Date.UTC(2026, 0, 1)
const lines = (name: string) =>
  gunzipSync(readFileSync(join(folder, name)))
    .toString('utf8')
    .trimEnd()
    .split('\n')
const events = lines('events.jsonl.gz').map((line) => JSON.parse(line) as Login)
const oracle = lines('oracle.tsv.gz').map((line) => line.split('\t') as [kind: string, family: string])
const feeds = resolve(values.data, 'feeds')
const network = values.geo === undefined ? await openProductNetwork(feeds) : readGeoNetwork(resolve(values.geo), feeds)
const engine = createRiskEngine({
  clock: 'event',
  secret: 'the-evaluation-uses-a-fixed-secret-0123456789',
  network,
  store: createMemoryStore({ maxBytes: 1024 * 1024 * 1024 }),
  deadlineMs: 5_000,
})

interface Tally {
  n: number
  challenged: number
  denied: number
  trusted: number
}
const tallies = new Map<string, Tally>()
const firstFlag = new Map<string, { attempts: number; flaggedAt: number | null }>()
const numbered = new Map<string, { n: number; flagged: number }>()
const why = new Map<string, number>()
const proven = new Set<string>()
const concluded = new Map<string, { good: number; attack: number }>()
const eligibility = createEligibility()

for (const [i, event] of events.entries()) {
  const [kind, family] = oracle[i] as [string, string]
  const at = START_MS + event.t * 1000
  const device = values['without-devices'] ? null : event.device_id
  const assessment = await engine.assess({
    action: 'login',
    at,
    ip: event.ip,
    headers: { 'user-agent': event.ua },
    user: { claimed: event.user },
    device_id: device,
  })
  if (isCounted(event.user)) tallyUp({ kind, family, event, assessment })
  const outcome = event.success
    ? ({ result: 'success', user_id: event.user } as const)
    : ({ result: 'failure' } as const)
  await engine.report(assessment.context.action_id, { ...outcome, at: at + 500 })
  if (kind === 'good' && event.success) {
    proven.add(event.user)
    eligibility.learn(event, assessment.context.asn)
  }
}
printOut()
await engine.close()

/** Halves by a hash of the name, so that they differ in nothing. */
function isCounted(user: string): boolean {
  if (values.users === undefined) return true
  const half = createHash('sha256').update(user).digest()[0] as number
  return half % 2 === (values.users === 'odd' ? 1 : 0)
}

function tallyUp({
  kind,
  family,
  event,
  assessment,
}: {
  kind: string
  family: string
  event: Login
  assessment: Assessment
}): void {
  const type = assessment.recommendation.type
  for (const reason of ['ACTION_IS_LEGIT', 'ACTION_IS_SUSPECTED_FRAUD'] as const) {
    if (!assessment.reasons.includes(reason)) continue
    const counted = concluded.get(reason) ?? { good: 0, attack: 0 }
    counted[kind === 'good' ? 'good' : 'attack']++
    concluded.set(reason, counted)
  }
  const flagged = type === 'challenge' || type === 'deny'
  if (kind === 'good') {
    const context = family.replace(/_typo$/, '')
    add(proven.has(event.user) ? `good ${context}` : 'first-ever login', type)
    add(proven.has(event.user) ? 'ALL GOOD, returning' : 'ALL GOOD, first', type)
    if (proven.has(event.user) && event.success && eligibility.holds(event, assessment)) add('eligible for trust', type)
  } else {
    add(`attack ${family}`, type)
    // What an attack is counted by: guessing one account by the account, a spread by the address.
    const unit = `${family} ${family === 'brute' ? event.user : event.ip}`
    const seen = firstFlag.get(unit) ?? { attempts: 0, flaggedAt: null }
    seen.attempts++
    if (flagged) seen.flaggedAt ??= seen.attempts
    firstFlag.set(unit, seen)
    const from = family === 'spray' ? 11 : 6
    if (seen.attempts >= from) {
      const late = numbered.get(`${family} from its ${from}th`) ?? { n: 0, flagged: 0 }
      late.n++
      if (flagged) late.flagged++
      numbered.set(`${family} from its ${from}th`, late)
    }
  }
  if (values.explain !== undefined && family.startsWith(values.explain)) {
    const found = assessment.evidence.map(({ detector, data }) =>
      detector === 'profile_device_new' && data['cookie'] === false ? `${detector}(none)` : detector,
    )
    const text = `${type.padEnd(9)} ${[...found].sort().join(' ')}`
    why.set(text, (why.get(text) ?? 0) + 1)
  }
}

function add(name: string, type: string): void {
  const tally = tallies.get(name) ?? { n: 0, challenged: 0, denied: 0, trusted: 0 }
  tally.n++
  if (type === 'challenge') tally.challenged++
  if (type === 'deny') tally.denied++
  if (type === 'trust') tally.trusted++
  tallies.set(name, tally)
}

/** Who may expect trust: a device with three good successes on two days over a week, a network of the user's, not hidden. */
function createEligibility() {
  const devices = new Map<string, { n: number; days: Set<number>; first: number }>()
  const networks = new Set<string>()
  return {
    learn({ user, device_id, t }: Login, asn: number | null) {
      if (asn !== null) networks.add(`${user} ${asn}`)
      if (device_id === null) return
      const entry = devices.get(`${user} ${device_id}`) ?? { n: 0, days: new Set(), first: t }
      entry.n++
      entry.days.add(Math.floor(t / 86_400))
      devices.set(`${user} ${device_id}`, entry)
    },
    holds({ user, device_id, t, ip }: Login, { context }: Assessment): boolean {
      const entry = devices.get(`${user} ${device_id}`)
      if (entry === undefined || entry.n < 3 || entry.days.size < 2 || t - entry.first < 7 * 86_400) return false
      return networks.has(`${user} ${context.asn}`) && (network.lookup(ip)?.lists.length ?? 0) === 0
    },
  }
}

function printOut(): void {
  const row = (cells: readonly (string | number)[]) =>
    console.log(cells.map((cell, i) => (i === 0 ? String(cell).padEnd(30) : String(cell).padStart(16))).join(''))
  row(['', 'n', 'challenged', 'denied', 'trusted', 'flagged', 'Wilson 95 %'])
  for (const [name, { n, challenged, denied, trusted }] of [...tallies].sort(([a], [b]) => (a < b ? -1 : 1))) {
    row([
      name,
      n,
      percent(challenged, n),
      percent(denied, n),
      percent(trusted, n),
      percent(challenged + denied, n),
      wilson(challenged + denied, n),
    ])
  }
  console.log()
  row(['flagged', 'n', 'flagged', 'Wilson 95 %'])
  for (const [name, { n, flagged }] of numbered) row([name, n, percent(flagged, n), wilson(flagged, n)])
  console.log()
  row(['attack, per address or account', 'units', 'at the first', 'never', 'median attempt'])
  for (const family of new Set([...firstFlag.keys()].map((key) => key.split(' ')[0] as string))) {
    const units = [...firstFlag].filter(([key]) => key.startsWith(`${family} `)).map(([, unit]) => unit.flaggedAt)
    const flaggedAt = units.filter((at) => at !== null).sort((a, b) => a - b)
    row([
      family,
      units.length,
      percent(flaggedAt.filter((at) => at === 1).length, units.length),
      percent(units.length - flaggedAt.length, units.length),
      flaggedAt[flaggedAt.length >> 1] ?? '-',
    ])
  }
  console.log()
  row(['conclusions', 'good', 'attacks'])
  for (const [reason, { good, attack }] of concluded) row([reason, good, attack])
  for (const [text, n] of [...why].sort(([, a], [, b]) => b - a).slice(0, 40)) console.log(String(n).padStart(7), text)
}

function percent(part: number, n: number): string {
  return n === 0 ? '-' : `${((100 * part) / n).toFixed(2)} %`
}

/** Both ends of the 95 % score interval. */
function wilson(part: number, n: number): string {
  if (n === 0) return '-'
  const z = 1.96
  const p = part / n
  const middle = p + (z * z) / (2 * n)
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  const at = (value: number) => ((100 * value) / (1 + (z * z) / n)).toFixed(2)
  return `${at(middle - half)}–${at(middle + half)}`
}
