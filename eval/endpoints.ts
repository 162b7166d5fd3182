// How well endpoints of unknown providers are told: node tools/run-ts.mjs eval/endpoints.ts --data ../shared/data [--splits 3] [--json out.json] [--misses]
// For the file that the shipped model was trained on, models are trained anew without the providers they are asked about
// (calibration inside, on other folds): a minute a split. Any other `endpoints/*.tsv` is asked of the shipped model itself.
import { readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { classifyEndpoint } from '../packages/core/src/endpoint/classify-endpoint.js'
import { toFeatures, toHostWords, toSight } from '../packages/core/src/endpoint/features.js'
import { foldPath } from '../packages/core/src/endpoint/fold-path.js'
import { inferAction } from '../packages/core/src/endpoint/infer-action.js'
import { MODEL_VERSION, unpackModel } from '../packages/core/src/endpoint/model.js'
import { packedModel } from '../packages/core/src/endpoint/packed-model.js'
import { type EndpointClass, endpointClassNames } from '../packages/core/src/vocabulary/index.js'
import { BUILD_OPTIONS, buildModel } from '../tools/endpoint-model/build-model.js'
import { type LabelledEndpoint, readLabelled } from '../tools/endpoint-model/read-labelled.js'
import { toFold } from '../tools/endpoint-model/split-providers.js'

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    splits: { type: 'string', default: '3' },
    json: { type: 'string' },
    misses: { type: 'boolean' },
  },
})
const OUTER_FOLDS = 5
const INNER_FOLDS = 3
const SURE = 0.8
const HIGH_PRIOR = 0.95

interface Answer {
  readonly row: LabelledEndpoint
  readonly endpoint: EndpointClass
  readonly action: string | null
  readonly confidence: number
}

const folder = resolve(values.data, 'endpoints')
const results: Record<string, unknown> = { model: MODEL_VERSION, trained_on: packedModel.trainedOn }
for (const name of readdirSync(folder).filter((file) => file.endsWith('.tsv'))) {
  const { rows, sha256 } = readLabelled(join(folder, name))
  const isTrainingData = sha256 === packedModel.trainedOn.sha256
  const runs = isTrainingData
    ? Array.from({ length: Number(values.splits) }, (_, split) => crossValidate(rows, sha256, `split ${split}`))
    : [rows.map(askShipped)]
  print(
    `\n${name}: ${rows.length} rows of ${new Set(rows.map(({ group }) => group)).size} providers, ${isTrainingData ? `${runs.length} nested cross-validations by provider` : `shipped model ${MODEL_VERSION}`}`,
  )
  results[name] = report(runs)
}
results['cost'] = cost()
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`)

function crossValidate(rows: readonly LabelledEndpoint[], sha256: string, salt: string): readonly Answer[] {
  const answers: Answer[] = []
  for (let fold = 0; fold < OUTER_FOLDS; fold++) {
    const isHeld = ({ group }: LabelledEndpoint) => toFold(group, OUTER_FOLDS, salt) === fold
    const known = rows.filter((row) => !isHeld(row))
    const model = unpackModel(buildModel(known, sha256, { ...BUILD_OPTIONS, folds: INNER_FOLDS }).model)
    for (const row of rows.filter(isHeld)) {
      const sight = toSight(row.method.toUpperCase(), foldPath(row.path))
      const { endpoint, confidence } = model.classify(toFeatures(sight, row.host === null ? '' : toHostWords(row.host)))
      answers.push({ row, endpoint, action: inferAction(sight, endpoint), confidence })
    }
  }
  return answers
}

function askShipped(row: LabelledEndpoint): Answer {
  return { row, ...classifyEndpoint(row) }
}

function report(runs: readonly (readonly Answer[])[]) {
  const summary = {
    decidable: summarise(runs.map((answers) => answers.filter(({ row }) => row.isDecidable))),
    all: summarise(runs),
  }
  for (const [name, part] of Object.entries(summary)) {
    print(
      `\n${name}: macro-F1 ${part.macroF1.map(shown).join(' ')} (mean ${shown(mean(part.macroF1))}), accuracy ${shown(part.accuracy)}`,
    )
    print(
      `  Unclassified called something: ${ratio(part.falseCalls)}; at a prior of ${HIGH_PRIOR} Unclassified, a named answer is right in ${shown(part.namedRightAtHighPrior)}, a sure one in ${shown(part.sureRightAtHighPrior)}`,
    )
    print(`  at confidence ≥ ${SURE}: right ${ratio(part.sureRight)}, over ${shown(part.sureShare)} of the rows`)
    print('  said      n      right')
    for (const { from, n, said, right } of part.reliability)
      print(`  ≥ ${from.toFixed(1)} ${shown(said)} ${String(n).padStart(6)} ${shown(right)}`)
  }
  print('\nclass, decidable: precision recall F1 rows (worst first)')
  for (const line of [...summary.decidable.classes].sort((a, b) => a.f1 - b.f1))
    print(`  ${line.name.padEnd(30)} ${shown(line.precision)} ${shown(line.recall)} ${shown(line.f1)} ${line.n}`)
  print('\nactions of decidable rows that write, by labelled class')
  const actions = countActions((runs[0] ?? []).filter(({ row }) => row.isDecidable && row.method !== 'GET'))
  for (const [name, counts] of Object.entries(actions))
    print(
      `  ${name.padEnd(30)} ${Object.entries(counts)
        .map(([action, n]) => `${action} ${n}`)
        .join(', ')}`,
    )
  if (values.misses === true)
    for (const { row, endpoint, confidence } of runs[0] ?? [])
      if (row.isDecidable && endpoint !== row.label)
        print(`${row.label} | ${endpoint} ${confidence.toFixed(2)} | ${row.method} ${row.path}`)
  return { ...summary, actions }
}

function summarise(runs: readonly (readonly Answer[])[]) {
  const answers = runs.flat()
  const plain = answers.filter(({ row }) => row.label === 'Unclassified')
  const sure = answers.filter(({ confidence }) => confidence >= SURE)
  const isRight = ({ row, endpoint }: Answer) => row.label === endpoint
  const classes = endpointClassNames.map((name) => ({
    name,
    ...scoreClass(answers, name),
    n: (runs[0] ?? []).filter(({ row }) => row.label === name).length,
  }))
  return {
    macroF1: runs.map((run) => mean(endpointClassNames.map((name) => scoreClass(run, name).f1))),
    accuracy: answers.filter(isRight).length / answers.length,
    falseCalls: bounded(plain.filter((answer) => !isRight(answer)).length, plain.length, runs.length),
    namedRightAtHighPrior: rightAtHighPrior(answers, 0),
    sureRightAtHighPrior: rightAtHighPrior(answers, SURE),
    sureRight: bounded(sure.filter(isRight).length, sure.length, runs.length),
    sureShare: sure.length / answers.length,
    reliability: Array.from({ length: 10 }, (_, tenth) => {
      const part = answers.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === tenth)
      return {
        from: tenth / 10,
        n: part.length,
        said: mean(part.map(({ confidence }) => confidence)),
        right: part.filter(isRight).length / part.length,
      }
    }).filter(({ n }) => n > 0),
    classes,
  }
}

/** Of answers that name a class, the share that is right when all but a twentieth of the traffic is Unclassified. */
function rightAtHighPrior(answers: readonly Answer[], least: number): number {
  const named = ({ endpoint, confidence }: Answer) => endpoint !== 'Unclassified' && confidence >= least
  const plain = answers.filter(({ row }) => row.label === 'Unclassified')
  const others = answers.filter(({ row }) => row.label !== 'Unclassified')
  const wrong = (HIGH_PRIOR * plain.filter(named).length) / plain.length
  const called = ((1 - HIGH_PRIOR) * others.filter(named).length) / others.length
  const right =
    ((1 - HIGH_PRIOR) * others.filter((answer) => named(answer) && answer.endpoint === answer.row.label).length) /
    others.length
  return right / (wrong + called)
}

function scoreClass(answers: readonly Answer[], name: EndpointClass) {
  const said = answers.filter(({ endpoint }) => endpoint === name)
  const are = answers.filter(({ row }) => row.label === name)
  const hits = said.filter(({ row }) => row.label === name).length
  const precision = said.length === 0 ? 1 : hits / said.length
  const recall = are.length === 0 ? 1 : hits / are.length
  return { precision, recall, f1: said.length + are.length === 0 ? 1 : (2 * hits) / (said.length + are.length) }
}

/** Wilson 95 % bounds for one run's number of rows: repeated splits ask the same rows. */
function bounded(count: number, total: number, runs: number) {
  const n = total / runs
  const share = count / total
  const z2 = 1.96 ** 2
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n)
  const half = (1.96 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))) / (1 + z2 / n)
  return { share, n: Math.round(n), lower: middle - half, upper: middle + half }
}

function countActions(answers: readonly Answer[]) {
  const counts: Record<string, Record<string, number>> = {}
  for (const { row, action } of answers) {
    counts[row.label] ??= {}
    const line = counts[row.label] as Record<string, number>
    line[action ?? 'none'] = (line[action ?? 'none'] ?? 0) + 1
  }
  return counts
}

/** Microseconds a call: a path asked before, another identifier of a known route, and a route never seen. */
function cost() {
  const rounds = 20_000
  const time = (path: (round: number) => string) => {
    for (let warm = 0; warm < 5_000; warm++)
      classifyEndpoint({ method: 'POST', host: 'api.example.com', path: path(-1 - warm) })
    const startedAt = performance.now()
    for (let round = 0; round < rounds; round++)
      classifyEndpoint({ method: 'POST', host: 'api.example.com', path: path(round) })
    return ((performance.now() - startedAt) * 1000) / rounds
  }
  const letters = (round: number) =>
    Math.abs(round)
      .toString(26)
      .replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] as string)
  const measured = {
    same_path_us: time(() => '/api/v1/account/login'),
    known_route_us: time((round) => `/api/v1/orders/${100_000 + round}/items`),
    cold_us: time((round) => `/api/v1/shop/${letters(round)}/orders/current/trackingStatus`),
    cold_512_chars_us: time((round) => `/${letters(round)}${'/accountOrders'.repeat(40)}`),
  }
  print(
    `\ncost: ${Object.entries(measured)
      .map(([name, us]) => `${name} ${us.toFixed(2)}`)
      .join(', ')}`,
  )
  return measured
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}
function shown(share: number): string {
  return share.toFixed(3)
}
function ratio({ share, n, lower, upper }: ReturnType<typeof bounded>): string {
  return `${shown(share)} of ${n} (95 % ${shown(lower)}–${shown(upper)})`
}
function print(line: string) {
  process.stdout.write(`${line}\n`)
}
