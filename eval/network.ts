// What is known of addresses: node tools/run-ts.mjs eval/network.ts --data ../shared/data [--geo <node_modules/@ip-location-db>] [--json out.json] [--misses]
// Recall by family, worst first; false positives by context; Wilson 95 % bounds; look-ups per second. Nothing is pooled.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import type { NetworkFacts } from '@riskguard/core'
import { createNetwork, type FeedOption, type Network } from '@riskguard/network'
import { kindByName } from '../packages/network/src/kind/kind-by-name.js'
import { knownOperators } from '../packages/network/src/kind/known-operators.js'

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    geo: { type: 'string', default: 'eval/node_modules/@ip-location-db' },
    json: { type: 'string' },
    misses: { type: 'boolean', default: false },
  },
})

interface Row {
  readonly ip: string
  readonly class: string
  /** Of hosting rows. */
  readonly prov?: string
  /** Of eyeball rows. */
  readonly isp?: string
}

interface Line {
  readonly family: string
  readonly n: number
  readonly hits: number
  readonly lower: number
  readonly upper: number
}

const geo = resolve(values.geo)
const feedFolder = resolve(values.data, 'feeds')
const rows = gunzipSync(readFileSync(resolve(values.data, 'bench/ip.jsonl.gz')))
  .toString('utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Row)
const feeds: readonly FeedOption[] = [
  { kind: 'relay', name: 'relay', file: join(feedFolder, 'private-relay-ipv4.txt') },
  { kind: 'tor', name: 'tor', file: join(feedFolder, 'tor-exit-ipv4.txt') },
  { kind: 'vpn', name: 'vpn', file: join(feedFolder, 'vpn-ipv4.txt') },
  { kind: 'datacenter', name: 'datacenter', file: join(feedFolder, 'datacenter-ipv4.txt') },
]
/** Operators of well-known numbers; none of them stands in the curated table, so their names have to tell. */
const WELL_KNOWN = {
  education:
    '3 9 14 17 18 25 26 27 29 32 38 52 55 59 73 87 88 103 104 111 131 156 159 160 217 225 239 1312 1351 1706 1742 1781 2501 2637 2698 3323 3479 3582 3681 3794 3807 4130 4665 5050 5739 6192 7212 7377 7472 7896 9431 10578 11078 12093 12145 15318 17055 24434 36375 40387',
  government: '24 70 297 1701 15130',
  military: '367 647 668 1540 1733 5180 6026 6034 27046 27047',
} as const

const scratch = mkdtempSync(join(tmpdir(), 'riskguard-eval-'))
const results: Record<string, unknown> = {}
try {
  await evaluate()
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(results, null, 2))

async function evaluate(): Promise<void> {
  const full = await open(feeds)
  const noServers = await open(feeds.filter(({ kind }) => kind === 'relay' || kind === 'tor'))
  const noLists = await open([])

  const torListed = rows.filter((row) => row.class === 'tor' && isOn(full, row.ip, 'tor'))
  show('Tor: called so, of what the list holds', [line('on the list', torListed, ({ ip }) => isOn(full, ip, 'tor'))])
  show('Tor: of all rows (the list is newer than they are)', [
    line('tor', of('tor'), ({ ip }) => isOn(full, ip, 'tor')),
  ])
  show(
    'hosting, whose lists were not given: by operator',
    group(
      of('hosting'),
      ({ prov = '?' }) => prov,
      ({ ip }) => hosts(noServers.lookup(ip)),
    ),
  )
  showLeftOutProviders(noServers)
  await showLeftOutVpns(noLists)
  show(
    'privacy relays: called VPN, hosting, proxy or anonymiser (list given)',
    group(of('private_relay'), operatorOf(full), ({ ip }) => hides(full.lookup(ip))),
  )
  show(
    'privacy relays: the same, no list of relays given',
    group(of('private_relay'), operatorOf(full), ({ ip }) => hides(noLists.lookup(ip))),
  )
  show(
    'homes and phones: flagged',
    group(
      of('eyeball'),
      ({ isp = '?' }) => isp,
      ({ ip }) => hides(full.lookup(ip)),
    ),
  )
  show('homes and phones: kind is isp or mobile', [
    ...group(
      of('eyeball'),
      ({ isp = '?' }) => isp,
      ({ ip }) => ['isp', 'mobile'].includes(full.lookup(ip)?.kind ?? ''),
    ),
  ])
  show(
    'government by operator',
    group(of('gov'), operatorOf(full), ({ ip }) => full.lookup(ip)?.kind === 'government'),
  )
  show(
    'rows labelled military, by operator',
    group(of('mil'), operatorOf(full), ({ ip }) => full.lookup(ip)?.kind === 'military'),
  )
  show('rows labelled military, by operator, with the kind that they are given', [
    ...group(
      of('mil'),
      (row) => `${operatorOf(full)(row)} → ${full.lookup(row.ip)?.kind}`,
      () => true,
    ),
  ])
  showRegistered()
  show('addresses with a record of abuse: hide their user', [
    line('spam_reputation', of('spam_reputation'), ({ ip }) => hides(full.lookup(ip))),
  ])
  await showSpeed(full)
  console.log(
    '\nin memory:',
    full
      .status()
      .sources.map(({ what, bytes }) => `${what} ${(bytes / 1e6).toFixed(1)} MB`)
      .join(', '),
  )
  console.log(
    'lists:',
    full
      .status()
      .feeds.map(({ name, ranges, bytes }) => `${name} ${ranges} ranges ${(bytes / 1e6).toFixed(2)} MB`)
      .join(', '),
  )
  const started = performance.now()
  await open(feeds)
  console.log(`opened again in ${(performance.now() - started).toFixed(0)} ms`)
  results.open_ms = performance.now() - started
}

function open(lists: readonly FeedOption[]): Promise<Network> {
  const city = join(geo, 'dbip-city-mmdb')
  return createNetwork({
    country: join(geo, 'dbip-country-mmdb'),
    city: existsSync(city) ? city : false,
    asn: join(geo, 'asn'),
    feeds: lists,
    refreshMs: 0,
    cacheFolder: join(tmpdir(), 'riskguard-eval-cache'),
  })
}

/**
 * Operators nine tenths of whose addresses are on the list of data centres, which isn't loaded: what their names alone say,
 * and names with the curated table.
 */
function showLeftOutProviders(network: Network): void {
  const operators = operatorsInAsnFile()
  const listed = coverage(join(feedFolder, 'datacenter-ipv4.txt'), operators)
  const hosts = [...operators.values()].filter(({ asn, addresses }) => (listed.get(asn) ?? 0) / addresses >= 0.9)
  const byName = ({ name }: RegisteredOperator) => kindByName(name) === 'hosting'
  const byBoth = (operator: RegisteredOperator) => {
    const known = knownOperators.get(operator.asn)
    return known === undefined ? byName(operator) : ['hosting', 'vpn', 'vpn_carrier'].includes(known)
  }
  const big = hosts.filter(({ addresses }) => addresses >= 16_384)
  show('operators on the list of data centres (not loaded), each counted once', [
    line('all: by name alone', hosts, byName),
    line('all: by name and table', hosts, byBoth),
    line('16,384 addresses and more: by name alone', big, byName),
    line('16,384 addresses and more: by name and table', big, byBoth),
  ])
  const share = (chosen: readonly RegisteredOperator[]) => chosen.reduce((sum, { addresses }) => sum + addresses, 0)
  console.log(
    `  of their addresses: by name ${((100 * share(hosts.filter(byName))) / share(hosts)).toFixed(1)} %, by name and table ${((100 * share(hosts.filter(byBoth))) / share(hosts)).toFixed(1)} %`,
  )
  if (values.misses)
    for (const { asn, name, addresses } of big.filter((each) => !byBoth(each)))
      console.log('   missed', asn, name, addresses)
  void network
}

/** For each operator that carries VPN exits: the list without its ranges, then its rows by what is known of the operator. */
async function showLeftOutVpns(plain: Network): Promise<void> {
  const vendors = new Map<string, Row[]>()
  for (const row of of('vpn')) {
    const vendor = operatorOf(plain)(row)
    vendors.set(vendor, [...(vendors.get(vendor) ?? []), row])
  }
  const vpnLines: Line[] = []
  const hideLines: Line[] = []
  for (const [vendor, own] of vendors) {
    const texts = readFileSync(join(feedFolder, 'vpn-ipv4.txt'), 'utf8').split('\n')
    const left = join(scratch, 'vpn-left.txt')
    writeFileSync(
      left,
      texts
        .filter((text) => text !== '' && operatorName(plain.lookup(text.split('/')[0] as string)) !== vendor)
        .join('\n'),
    )
    const network = await open([{ kind: 'vpn', name: 'vpn', file: left }])
    vpnLines.push(line(vendor, own, ({ ip }) => isOn(network, ip, 'vpn')))
    hideLines.push(line(vendor, own, ({ ip }) => hides(network.lookup(ip))))
    network.close()
  }
  show('VPN exits, the list without their operator: called VPN', vpnLines.sort(worstFirst))
  show('VPN exits, the list without their operator: VPN or hosting, so hiding', hideLines.sort(worstFirst))
}

/** Networks whose kind is public knowledge, and what all announced addresses are taken for. */
function showRegistered(): void {
  const registered = operatorsInAsnFile()
  for (const [kind, asns] of Object.entries(WELL_KNOWN)) {
    const chosen = asns.split(' ').flatMap((asn) => registered.get(Number(asn)) ?? [])
    const hit = ({ asn, name }: RegisteredOperator) => (knownOperators.get(asn) ?? kindByName(name)) === kind
    show(`well-known numbers: ${kind}, each operator once`, [line(kind, chosen, hit)])
    const missed = chosen.filter((operator) => !hit(operator)).map(({ asn, name }) => `${asn} ${name}`)
    if (missed.length > 0) console.log(`  not so: ${missed.join('; ')}`)
  }
  const operators = [...registered.values()]
  const counts = new Map<string, number>()
  let addresses = 0
  for (const { asn, name, addresses: own } of operators) {
    const known = knownOperators.get(asn)
    const kind = known ?? kindByName(name) ?? 'unknown'
    counts.set(kind, (counts.get(kind) ?? 0) + own)
    addresses += own
  }
  console.log('\nall announced IPv4 addresses by the kind that their operator is given:')
  for (const [kind, own] of [...counts].sort((a, b) => b[1] - a[1]))
    console.log(`  ${kind.padEnd(14)} ${((100 * own) / addresses).toFixed(1)} %`)
}

async function showSpeed(network: Network): Promise<void> {
  const some = Array.from({ length: 200_000 }, (_, i) => {
    const value = Math.imul(i + 1, 2_654_435_761) >>> 0
    return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`
  })
  const warm = rows.slice(0, 5_000).map(({ ip }) => ip)
  const listsAlone = await createNetwork({ country: false, city: false, asn: false, feeds, refreshMs: 0 })
  const measure = (network: Network, ips: readonly string[], rounds: number) => {
    const started = performance.now()
    for (let round = 0; round < rounds; round++) for (const ip of ips) network.lookup(ip)
    return (ips.length * rounds) / ((performance.now() - started) / 1000)
  }
  measure(network, warm, 20)
  measure(listsAlone, some, 1)
  const speed = {
    new_addresses_per_s: Math.round(measure(network, some, 1)),
    new_addresses_lists_alone_per_s: Math.round(measure(listsAlone, some, 5)),
    known_addresses_per_s: Math.round(measure(network, warm, 100)),
  }
  console.log('\nlook-ups a second:', speed)
  results.speed = speed
}

function of(name: string): Row[] {
  return rows.filter((row) => row.class === name)
}

function isOn(network: Network, ip: string, kind: FeedOption['kind']): boolean {
  return network.lookup(ip)?.lists.some((listing) => listing.kind === kind) ?? false
}

function hosts(facts: NetworkFacts | null): boolean {
  return facts?.kind === 'hosting'
}

function hides(facts: NetworkFacts | null): boolean {
  return (
    hosts(facts) ||
    (facts?.lists.some(({ kind }) => ['vpn', 'proxy', 'datacenter', 'cloud', 'tor'].includes(kind)) ?? false)
  )
}

function operatorOf(network: Network): (row: Row) => string {
  return ({ ip }) => operatorName(network.lookup(ip))
}

function operatorName(facts: NetworkFacts | null): string {
  return facts?.organization ?? 'announced by nobody'
}

interface RegisteredOperator {
  readonly asn: number
  readonly name: string
  addresses: number
  readonly ranges: [first: number, last: number][]
}

function operatorsInAsnFile(): Map<number, RegisteredOperator> {
  const operators = new Map<number, RegisteredOperator>()
  for (const row of readFileSync(join(geo, 'asn/asn-ipv4-num.csv'), 'utf8').trimEnd().split('\n')) {
    const [first = '', last = '', asn = '', ...name] = row.split(',')
    const known = operators.get(Number(asn)) ?? {
      asn: Number(asn),
      name: name.join(',').replaceAll('"', ''),
      addresses: 0,
      ranges: [],
    }
    known.addresses += Number(last) - Number(first) + 1
    known.ranges.push([Number(first), Number(last)])
    operators.set(known.asn, known)
  }
  return operators
}

/** Addresses of each operator that a list covers. */
function coverage(file: string, operators: ReadonlyMap<number, RegisteredOperator>): Map<number, number> {
  const all = [...operators.values()].flatMap(({ asn, ranges }) =>
    ranges.map(([first, last]) => ({ asn, first, last })),
  )
  all.sort((a, b) => a.first - b.first)
  const covered = new Map<number, number>()
  for (const text of readFileSync(file, 'utf8').trimEnd().split('\n')) {
    const [address = '', bits = '32'] = text.split('/')
    const first = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
    const last = first + 2 ** (32 - Number(bits)) - 1
    let low = 0
    let high = all.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((all[middle]?.last ?? 0) < first) low = middle + 1
      else high = middle
    }
    for (let i = low; i < all.length && (all[i]?.first ?? 0) <= last; i++) {
      const range = all[i] as { asn: number; first: number; last: number }
      covered.set(
        range.asn,
        (covered.get(range.asn) ?? 0) + Math.min(last, range.last) - Math.max(first, range.first) + 1,
      )
    }
  }
  return covered
}

function group(chosen: readonly Row[], familyOf: (row: Row) => string, hit: (row: Row) => boolean): Line[] {
  const families = new Map<string, Row[]>()
  for (const row of chosen) families.set(familyOf(row), [...(families.get(familyOf(row)) ?? []), row])
  return [...families].map(([family, own]) => line(family, own, hit)).sort(worstFirst)
}

function line<T>(family: string, chosen: readonly T[], hit: (row: T) => boolean): Line {
  const hits = chosen.filter(hit).length
  return { family, n: chosen.length, hits, ...wilson(hits, chosen.length) }
}

/** 95 %. */
function wilson(hits: number, n: number): { readonly lower: number; readonly upper: number } {
  if (n === 0) return { lower: 0, upper: 1 }
  const z = 1.96
  const p = hits / n
  const middle = p + (z * z) / (2 * n)
  const spread = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  return { lower: (middle - spread) / (1 + (z * z) / n), upper: (middle + spread) / (1 + (z * z) / n) }
}

function worstFirst(a: Line, b: Line): number {
  return a.hits / a.n - b.hits / b.n || b.n - a.n
}

function show(title: string, lines: readonly Line[]): void {
  results[title] = lines
  console.log(`\n${title}`)
  for (const { family, n, hits, lower, upper } of lines) {
    const percent = (share: number) => (100 * share).toFixed(2)
    console.log(
      `  ${family.slice(0, 60).padEnd(60)} ${String(hits).padStart(6)} of ${String(n).padStart(6)}  ${percent(hits / n).padStart(6)} %  (${percent(lower)}–${percent(upper)})`,
    )
  }
}
