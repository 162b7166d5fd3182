// How well headers alone tell programs from people: node tools/run-ts.mjs eval/client.ts --data ../shared/data [--json out.json] [--misses]
// Recall by family, worst first; false positives by context; Wilson 95 % bounds; µs per call, cold and warm.
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { type ClientFacts, toClientFacts } from '../packages/core/src/facts/client/client.js'
import { toUserAgentFacts } from '../packages/core/src/facts/client/user-agent.js'
import { parseHeaders } from '../packages/core/src/facts/headers.js'

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    json: { type: 'string' },
    misses: { type: 'boolean' },
  },
})
const bench = resolve(values.data, 'bench')

interface UserAgentRow {
  readonly ua: string
  readonly label: 'bot' | 'human' | 'app' | 'library' | 'reader'
  readonly src: readonly string[]
}
interface RequestRow {
  readonly label: string
  readonly method: string
  readonly rawHeaders: readonly string[]
  readonly t: number
}
interface HumanRow {
  readonly headers: Readonly<Record<string, string>>
}
interface Line {
  readonly family: string
  readonly n: number
  readonly flagged: number
  /** Wilson 95 % bounds of the flagged share. */
  readonly lower: number
  readonly upper: number
}

const userAgents = read<UserAgentRow>('ua')
const requests = read<RequestRow>('client_requests')
const humans = read<HumanRow>('human_device_headers')

/** One family per first source: the lists differ in what they collect. */
const bots = lines(
  userAgents.filter(({ label }) => label === 'bot'),
  (row) => row.src[0] ?? '?',
  (row) => isProgram(row.ua),
).sort(worstFirst)
const people = lines(
  userAgents.filter(({ label }) => label !== 'bot'),
  (row) => `${row.label} ${row.src[0]}`,
  (row) => isProgram(row.ua),
).sort((a, b) => b.flagged - a.flagged)
const all = lines(
  userAgents,
  (row) => `all of label ${row.label}`,
  (row) => isProgram(row.ua),
)
const clients = lines(
  requests,
  (row) => row.label,
  (row) => isOdd(factsOf(row)),
).sort(worstFirst)
const crowd = lines(
  humans,
  (row) => engineOf(row),
  (row) => isOdd(humanFacts(row)),
).sort((a, b) => b.flagged - a.flagged)

show('bots by user agent: recall', bots)
show('people, apps, libraries, readers by user agent: flagged as a program', people.slice(0, 20))
show('totals by label (families above count)', all)
show('automated clients by headers: recall', clients)
show("people's browsers by headers: flagged", crowd)
const cost = measure()
console.log('\nµs per call:', cost)
if (values.misses === true) {
  console.log('\nmissed bots:')
  for (const row of userAgents) if (row.label === 'bot' && !isProgram(row.ua)) console.log(`  ${row.ua}`)
  console.log('\nflagged people:')
  for (const row of userAgents) if (row.label === 'human' && isProgram(row.ua)) console.log(`  ${row.ua}`)
}
if (values.json !== undefined)
  writeFileSync(values.json, JSON.stringify({ bots, people, all, clients, crowd, cost }, null, 2))

function isProgram(userAgent: string): boolean {
  const { automation, httpLibrary, crawler } = toUserAgentFacts(userAgent)
  return (automation !== null && !automation.shell) || httpLibrary !== null || crawler !== null
}

function isOdd(facts: ClientFacts): boolean {
  return facts.platform === 'bot' || facts.inconsistencies.length > 0
}

function factsOf(row: RequestRow): ClientFacts {
  return toClientFacts({
    headers: parseHeaders(row.rawHeaders),
    method: row.method,
    host: null,
    path: null,
    atMs: row.t,
    headerOrderTrusted: true,
  })
}

/** The browsers were sampled over HTTPS, in April 2026. */
function humanFacts(row: HumanRow): ClientFacts {
  return toClientFacts({
    headers: parseHeaders(row.headers, { headersComplete: true }),
    method: 'GET',
    host: null,
    path: null,
    atMs: Date.parse('2026-04-20'),
    secure: true,
  })
}

function engineOf(row: HumanRow): string {
  return toUserAgentFacts(row.headers['user-agent'] ?? '').browser.name ?? '?'
}

function lines<R>(rows: readonly R[], familyOf: (row: R) => string, isFlagged: (row: R) => boolean): Line[] {
  const counts = new Map<string, { n: number; flagged: number }>()
  for (const row of rows) {
    const family = familyOf(row)
    const count = counts.get(family) ?? { n: 0, flagged: 0 }
    counts.set(family, count)
    count.n++
    if (isFlagged(row)) count.flagged++
  }
  return [...counts].map(([family, count]) => ({ family, ...count, ...wilson(count.flagged, count.n) }))
}

function wilson(hits: number, n: number): { lower: number; upper: number } {
  const [z, share] = [1.96, hits / n]
  const middle = share + (z * z) / (2 * n)
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  const by = 1 + (z * z) / n
  return { lower: Math.max(0, (middle - half) / by), upper: Math.min(1, (middle + half) / by) }
}

function worstFirst(a: Line, b: Line): number {
  return a.flagged / a.n - b.flagged / b.n || b.n - a.n
}

function show(title: string, table: readonly Line[]): void {
  console.log(`\n${title}`)
  for (const { family, n, flagged, lower, upper } of table) {
    const percent = (share: number) => `${(share * 100).toFixed(3)} %`.padStart(10)
    console.log(
      `  ${family.slice(0, 44).padEnd(45)} ${String(flagged).padStart(6)} / ${String(n).padEnd(6)} ${percent(flagged / n)}  [${percent(lower)}, ${percent(upper)}]`,
    )
  }
}

function measure(): { readonly cold: number; readonly warm: number } {
  // Fresh user agents and header sets, so that neither cache helps; then the same few again and again.
  const fresh = userAgents
    .slice(0, 5000)
    .map(({ ua }, i) => [
      'Host',
      'shop.test',
      'User-Agent',
      `${ua} `.padEnd((ua.length % 7) + ua.length + 1) + i,
      'Accept',
      '*/*',
      'Accept-Language',
      'en',
    ])
  const cold = timed(fresh, 1)
  const same = requests.map((row) => row.rawHeaders)
  timed(same, 500)
  return { cold, warm: timed(same, 1500) }
}

function timed(all: readonly (readonly string[])[], rounds: number): number {
  const from = process.hrtime.bigint()
  for (let round = 0; round < rounds; round++) {
    for (const rawHeaders of all)
      toClientFacts({ headers: parseHeaders(rawHeaders), method: 'POST', host: 'shop.test', path: '/login', atMs: 0 })
  }
  return Number((Number(process.hrtime.bigint() - from) / 1000 / all.length / rounds).toFixed(2))
}

function read<R>(name: string): readonly R[] {
  const text = gunzipSync(readFileSync(join(bench, `${name}.jsonl.gz`))).toString('utf8')
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as R]))
}
