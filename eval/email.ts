// What an address says by itself: node tools/run-ts.mjs eval/email.ts --data ../shared/data [--json out.json] [--misses]
// Recall by family, worst first; false positives by context; Wilson 95 % bounds; µs per call, cold and warm.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { toMailDomain } from '../packages/core/src/facts/email/domain.js'
import { toAddressFacts } from '../packages/core/src/facts/email/email.js'
import { localPartFacts } from '../packages/core/src/facts/email/local-part.js'
import { canonicalMailbox } from '../packages/core/src/facts/identity/canonical-mailbox.js'
import { drawnFamilies, peopleForms } from './email-families.js'

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    json: { type: 'string' },
    misses: { type: 'boolean' },
  },
})
const bench = resolve(values.data, 'bench')

interface LocalRow {
  readonly lp: string
  readonly label: 'human' | 'generated'
  readonly family?: string
}
interface DomainRow {
  readonly domain: string
}
interface Line {
  readonly family: string
  readonly n: number
  readonly flagged: number
  /** Wilson 95 % bounds of the flagged share. */
  readonly lower: number
  readonly upper: number
}

const locals = read<LocalRow>('localparts')
const disposable = read<DomainRow>('disposable_domains').map(({ domain }) => domain)
const legit = read<DomainRow>('legit_domains').map(({ domain }) => domain)
const isGenerated = (local: string) => localPartFacts(local).generated !== null
const isLow = (local: string) => {
  const { keyboard, repetition, profanity } = localPartFacts(local)
  return keyboard || repetition || profanity
}
const verdict = (domain: string) => toMailDomain(domain).disposable

const generated = byFamily(
  locals.filter(({ label }) => label === 'generated'),
  ({ family }) => `data: ${family}`,
  ({ lp }) => isGenerated(lp),
)
// The data has three families; these show what becomes of others.
const drawn = Object.entries(drawnFamilies).map(([family, draw]) => line(`drawn here: ${family}`, draw, isGenerated))
show('generated local parts: recall', [...generated, ...drawn].sort(worstFirst))

const humans = locals.filter(({ label }) => label === 'human').map(({ lp }) => lp)
const people = [
  line('data: people', humans, isGenerated),
  line(
    'data: people of names with rare letters (q, w, x, z, j, k)',
    humans.filter((lp) => /[qwxz].*[qwxzjk]/.test(lp)),
    isGenerated,
  ),
  line('data: people, low quality but for chance', humans, isLow),
  ...Object.entries(peopleForms).map(([form, rows]) => line(`drawn here: ${form}`, rows, isGenerated)),
].sort((a, b) => b.flagged / b.n - a.flagged / a.n)
show('people flagged as generated or of low quality', people)

// The list that ships is newer than the data: what it has learned since then is what "new" means here.
const listed: ReadonlySet<string> = createRequire(new URL('../packages/core/package.json', import.meta.url))(
  'disposable-email-domains-js',
).disposableEmailBlocklistSet()
const old = new Set(disposable)
const since = [...listed].filter((domain) => !old.has(domain))
/** As if no list knew it. */
const byName = (domain: string) => toMailDomain(domain).suspectName
const domains = [
  line('disposable in the data, all ways', disposable, (domain) => verdict(domain) !== null),
  line('listed only since the data was taken, by name alone', since, byName),
  line(
    '… of these under .com, .net, .org themselves',
    since.filter((domain) => /^[^.]+\.(com|net|org)$/.test(domain)),
    byName,
  ),
].sort(worstFirst)
show('disposable domains: recall', domains)
const unlisted = legit.filter((domain) => verdict(domain) !== 'list')
const ordinary = [
  line('legit, by name', legit, byName),
  line('legit that no list names, all ways', unlisted, (domain) => verdict(domain) !== null),
  line('legit rows whose registrable domain is on the list', legit, (domain) => verdict(domain) === 'list'),
].sort((a, b) => b.flagged / b.n - a.flagged / a.n)
show('ordinary domains called disposable', ordinary)
const relays =
  'duck.com mozmail.com a1.mozmail.com privaterelay.appleid.com simplelogin.com simplelogin.co aleeas.com slmail.me passmail.net anonaddy.me anna.anonaddy.com addy.io 33mail.com icloud.com relay.firefox.com'.split(
    ' ',
  )
const forwarders = [line('relays', relays, (domain) => verdict(domain) !== null)]
show('relays called disposable', forwarders)

const cost = measure()
console.log('\nµs per call:', cost)
if (values.misses === true) {
  console.log('\npeople flagged:', humans.filter(isGenerated).join(' '))
  console.log('\nlegit flagged:', legit.filter((domain) => verdict(domain) !== null).join(' '))
  for (const family of ['base36', 'letters'])
    console.log(
      `\nmissed ${family}:`,
      locals
        .filter((row) => row.family === family && !isGenerated(row.lp))
        .map(({ lp }) => lp)
        .slice(0, 80)
        .join(' '),
    )
}
if (values.json !== undefined)
  writeFileSync(values.json, JSON.stringify({ generated, drawn, people, domains, ordinary, forwarders, cost }, null, 2))

function byFamily<R>(rows: readonly R[], familyOf: (row: R) => string, isFlagged: (row: R) => boolean): Line[] {
  const families = new Map<string, R[]>()
  for (const row of rows) {
    const members = families.get(familyOf(row)) ?? []
    families.set(familyOf(row), members)
    members.push(row)
  }
  return [...families].map(([family, members]) => line(family, members, isFlagged))
}

function line<R>(family: string, rows: readonly R[], isFlagged: (row: R) => boolean): Line {
  const flagged = rows.filter(isFlagged).length
  return { family, n: rows.length, flagged, ...wilson(flagged, rows.length) }
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
      `  ${family.slice(0, 60).padEnd(61)} ${String(flagged).padStart(6)} / ${String(n).padEnd(6)} ${percent(flagged / n)}  [${percent(lower)}, ${percent(upper)}]`,
    )
  }
}

/** Cold: addresses that nobody has seen, at the domains of the data. Warm: the same again. Without the canonical form, which every assessment works out anyway. */
function measure(): { readonly cold: number; readonly coldSameProvider: number; readonly warm: number } {
  const at = (i: number) => legit[i % legit.length] as string
  const fresh = humans.slice(0, 20_000).map((lp, i) => `${lp}@${i}.${at(i)}`)
  timed(fresh.slice(0, 10_000))
  const cold = timed(fresh.slice(10_000))
  const coldSameProvider = timed(humans.slice(0, 20_000).map((lp) => `${lp}@gmail.com`))
  const same = fresh.slice(0, 500)
  timed(same)
  return { cold, coldSameProvider, warm: timed(same) }
}

function timed(addresses: readonly string[]): number {
  const given = addresses.map((address) => [address, canonicalMailbox(address)] as const)
  const from = process.hrtime.bigint()
  for (const [address, mailbox] of given) toAddressFacts(address, mailbox)
  return Number((Number(process.hrtime.bigint() - from) / 1000 / addresses.length).toFixed(2))
}

function read<R>(name: string): readonly R[] {
  const text = gunzipSync(readFileSync(join(bench, `${name}.jsonl.gz`))).toString('utf8')
  return text.split('\n').flatMap((each) => (each === '' ? [] : [JSON.parse(each) as R]))
}
