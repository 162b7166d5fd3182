// The published likelihood ratio alone on the simulated stream, the way Wiefling et al. report it:
//   node tools/run-ts.mjs eval/freeman.ts --data ../shared/data --geo <node_modules/@ip-location-db>
// For each attacker model: at thresholds that block so many of its attempts, the share of good logins that would be asked
// for more, and the median over users of their own share. Scores come from a person's sixth success on, from past
// successes only; every good success teaches, no attack does.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { toClientFacts } from '../packages/core/src/facts/client/client.js'
import { parseHeaders } from '../packages/core/src/facts/headers.js'
import {
  featureRatio,
  IP_WEIGHTS,
  priorRatio,
  type SubFeature,
  UA_WEIGHTS,
} from '../packages/core/src/history/global/freeman.js'
import { openProductNetwork, readGeoNetwork } from './geo-network.js'

const { values } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data' }, geo: { type: 'string' } },
})
const folder = resolve(values.data, 'logins')
const lines = (name: string) =>
  gunzipSync(readFileSync(join(folder, name)))
    .toString('utf8')
    .trimEnd()
    .split('\n')
const feeds = resolve(values.data, 'feeds')
const network = values.geo === undefined ? await openProductNetwork(feeds) : readGeoNetwork(resolve(values.geo), feeds)

/** From the finest to the coarsest. */
const FEATURES = [
  ['ip', 'asn', 'country'],
  ['ua', 'build', 'system', 'platform'],
] as const
type Part = (typeof FEATURES)[number][number]
const WEIGHTS: Readonly<Record<Part, number>> = { ...IP_WEIGHTS, ...UA_WEIGHTS }
const ENOUGH = 5
const BLOCKED = [0.9, 0.95, 0.98, 0.995]

class Counts {
  successes = 0
  readonly #by = new Map<string, number>()
  readonly distinct = new Map<Part, number>()

  of(part: Part, value: string): number {
    return this.#by.get(`${part} ${value}`) ?? 0
  }

  add(traits: Traits): void {
    this.successes++
    for (const [part, value] of Object.entries(traits) as [Part, string][]) {
      const before = this.of(part, value)
      if (before === 0) this.distinct.set(part, (this.distinct.get(part) ?? 0) + 1)
      this.#by.set(`${part} ${value}`, before + 1)
    }
  }
}

type Traits = Readonly<Record<Part, string>>
const everybody = new Counts()
const people = new Map<string, Counts>()
const good = new Map<string, number[]>()
const attacks = new Map<string, number[]>()

const oracle = lines('oracle.tsv.gz').map((line) => line.split('\t') as [kind: string, family: string])
for (const [i, line] of lines('events.jsonl.gz').entries()) {
  const event = JSON.parse(line) as { user: string; success: boolean; ip: string; ua: string }
  const [kind, family] = oracle[i] as [string, string]
  const isTakeover = family.startsWith('ato_')
  if (!event.success || (kind !== 'good' && !isTakeover)) continue
  const traits = traitsOf(event)
  const own = people.get(event.user) ?? new Counts()
  if (own.successes >= ENOUGH) {
    const [scores, name] = kind === 'good' ? [good, event.user] : [attacks, family]
    const list = scores.get(name) ?? []
    list.push(scoreOf(traits, own))
    scores.set(name, list)
  }
  if (kind !== 'good') continue
  own.add(traits)
  people.set(event.user, own)
  everybody.add(traits)
}
printOut()

function traitsOf({ ip, ua }: { readonly ip: string; readonly ua: string }): Traits {
  const facts = network.lookup(ip)
  const client = toClientFacts({
    headers: parseHeaders({ 'user-agent': ua }),
    method: null,
    host: null,
    path: null,
    atMs: 0,
  })
  return {
    ip,
    asn: String(facts?.asn),
    country: String(facts?.country),
    ua,
    build: `${client.browser.name} ${client.browser.version}`,
    system: `${client.os.name} ${client.os.version}`,
    platform: client.platform,
  }
}

function scoreOf(traits: Traits, own: Counts): number {
  const prior = priorRatio({ users: people.size, ownSuccesses: own.successes, successes: everybody.successes })
  return FEATURES.reduce((score, parts) => score * featureRatio(subFeatures(parts, traits, own)), prior)
}

function subFeatures(parts: readonly Part[], traits: Traits, own: Counts): SubFeature[] {
  let unseen = 1
  return [...parts].reverse().map((part) => {
    const subFeature = {
      weight: WEIGHTS[part],
      own: { count: own.of(part, traits[part]), successes: own.successes },
      everybody: { count: everybody.of(part, traits[part]), successes: everybody.successes, unseen },
    }
    unseen += everybody.distinct.get(part) ?? 0
    return subFeature
  })
}

function printOut(): void {
  const all = [...good.values()].flat().sort((a, b) => a - b)
  console.log(`${all.length} good logins of ${good.size} people`)
  console.log('attacker model        n   AUC    blocked  good asked  median asked per person')
  for (const [family, scores] of [...attacks].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const sorted = [...scores].sort((a, b) => b - a)
    for (const blocked of BLOCKED) {
      const threshold = sorted[Math.min(sorted.length, Math.ceil(blocked * sorted.length)) - 1] as number
      const rates = [...good.values()].map((own) => shareFrom(own, threshold)).sort((a, b) => a - b)
      const cells = [
        family.padEnd(18),
        String(scores.length).padStart(4),
        auc(scores, all).toFixed(3),
        `${(100 * blocked).toFixed(1)} %`.padStart(9),
        `${(100 * shareFrom(all, threshold)).toFixed(2)} %`.padStart(11),
        `${(100 * (rates[rates.length >> 1] as number)).toFixed(2)} %`.padStart(12),
      ]
      console.log(cells.join(' '))
    }
  }
}

function shareFrom(scores: readonly number[], threshold: number): number {
  return scores.filter((score) => score >= threshold).length / scores.length
}

/** Probability that an attack scores above a good login; `all` ascending. */
function auc(scores: readonly number[], all: readonly number[]): number {
  let sum = 0
  for (const score of scores) {
    let [low, high] = [0, all.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((all[middle] as number) < score) low = middle + 1
      else high = middle
    }
    sum += low / all.length
  }
  return sum / scores.length
}
