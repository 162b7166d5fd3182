/**
 * The memory store alone: node tools/run-ts.mjs bench/store-memory.ts [entities = 1,000,000] [flood = 10,000,000]
 *
 * Prints bytes and time per entity by kind of record, pauses of the garbage collector, what two 32-bit mixes would cost
 * without a store, and a flood of fresh identities against the default cap with blocks that must survive it.
 */
import { constants, PerformanceObserver } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Operation, Program, Touch } from '../packages/core/src/store/index.js'
import { createMemoryStore } from '../packages/core/src/stores/memory/index.js'

setFlagsFromString('--expose-gc')
const gc = runInNewContext('gc') as () => void
const ENTITIES = Number(process.argv[2] ?? 1_000_000)
const FLOOD = Number(process.argv[3] ?? 10_000_000)
const MIB = 1024 * 1024
const MINUTE_DS = 600
const HOUR_MS = 3_600_000
const AT_MS = Date.UTC(2026, 10, 21, 12)
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Buffers are freed some turns after their views are collected. */
async function collect(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    gc()
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** As many random bits as the engine's keys have, a hundred times cheaper than a hash. */
function randomKey(n: number, salt: number, chars: number): string {
  let state = (Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(salt + 7, 0x85ebca6b)) >>> 0
  let key = ''
  for (let i = 0; i < chars; i++) {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0
    key += ALPHABET[state >>> 26]
  }
  // In one piece, or the store's first look at it would change what is measured.
  return Buffer.from(key, 'latin1').toString('latin1')
}

const count = (slot: number, widthsDs: number[]): Operation => ({ kind: 'count', slot, add: 1, widthsDs })
const distinct = (slot: number, argument: number): Operation => ({
  kind: 'distinct',
  slot,
  cap: 64,
  maxAgeMs: 24 * HOUR_MS,
  argument,
})
const familiar = (slot: number, argument: number): Operation => ({
  kind: 'familiar',
  slot,
  cap: 16,
  addHalves: 2,
  standing: 'proven',
  argument,
})

interface RecordKind {
  readonly name: string
  readonly program: Program
  /** Members that an entity meets. */
  readonly members: number
}

const program = (operations: readonly Operation[], protectAt = 0): Program => ({
  ttlSeconds: 30 * 86_400,
  protectAt,
  operations,
})
const KINDS: readonly RecordKind[] = [
  { name: 'one count of 3 rings', members: 0, program: program([count(1, [100, MINUTE_DS, 6000])]) },
  { name: 'the same, protected', members: 0, program: program([count(1, [100, MINUTE_DS, 6000])], 100) },
  {
    name: 'ip: count of 3, count of 1, 2 distinct',
    members: 2,
    program: program([count(1, [100, 6000, 144_000]), count(2, [6000]), distinct(3, 0), distinct(4, 1)], 100),
  },
  {
    name: 'device: the same and a text',
    members: 2,
    program: program([
      count(1, [100, 6000, 144_000]),
      count(2, [6000]),
      distinct(3, 0),
      distinct(4, 1),
      { kind: 'text', slot: 5, mode: 'once', argument: 2 },
    ]),
  },
  {
    name: 'profile: 2 counts, 3 tables, baseline',
    members: 3,
    program: program([
      count(1, [6000, 144_000]),
      count(2, [6000]),
      familiar(3, 0),
      familiar(4, 1),
      familiar(5, 2),
      { kind: 'baseline', slot: 6, add: 1, widthDs: 6000 },
    ]),
  },
]

const pauses: { minor: number[]; major: number[] } = { minor: [], major: [] }
const observer = new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const { kind } = (entry as unknown as { detail: { kind: number } }).detail
    if (kind === constants.NODE_PERFORMANCE_GC_MINOR) pauses.minor.push(entry.duration)
    else pauses.major.push(entry.duration)
  }
})
observer.observe({ entryTypes: ['gc'] })

const keys = Array.from({ length: Math.max(ENTITIES, 1) }, (_, i) => randomKey(i, 1, 20))
const members = Array.from({ length: 4096 }, (_, i) => randomKey(i, 2, 6))

function touches(kind: RecordKind, visit: number): Touch[] {
  const made = members.length
  return [0, 1, 2, 3].map((lane) => ({
    kind: 'i',
    key: '',
    program: kind.program,
    arguments: [
      members[(visit * 31 + lane) % made]!,
      members[(visit * 17 + lane + 9) % made]!,
      members[(visit * 13 + 5) % made]!,
    ],
  }))
}

async function measure(kind: RecordKind): Promise<void> {
  await collect()
  const before = memory()
  const store = createMemoryStore({ maxBytes: 2048 * MIB, clock: () => AT_MS })
  const run = (visits: number, from: number): number => {
    const start = process.hrtime.bigint()
    for (let visit = from; visit < from + visits; visit++) {
      const [touch] = touches(kind, visit % Math.max(kind.members, 1))
      for (let i = 0; i < ENTITIES; i++) {
        store.touch([{ ...touch!, key: keys[i]! }], { atMs: AT_MS + visit * 60_000, clock: 'event' })
      }
    }
    return Number(process.hrtime.bigint() - start) / (visits * ENTITIES)
  }
  const first = run(1, 0)
  const later = run(2, 1)
  const still = (() => {
    const hot = Math.min(ENTITIES, 10_000)
    const [touch] = touches(kind, 0)
    const start = process.hrtime.bigint()
    for (let round = 0; round < 30; round++) {
      for (let i = 0; i < hot; i++)
        store.touch([{ ...touch!, key: keys[i]! }], { atMs: AT_MS + 180_000, clock: 'event' })
    }
    return Number(process.hrtime.bigint() - start) / (30 * hot)
  })()
  const [reply] = await store.touch([{ ...touches(kind, 0)[0]!, key: keys[0]! }], { atMs: AT_MS, clock: 'event' })
  const record = reply?.state === 'known' ? (reply.record?.length ?? 0) : 0
  await collect()
  const taken = memory() - before
  const { entities, bytes } = store.health().detail
  console.log(
    `${kind.name.padEnd(42)} record ${String(record).padStart(4)} B   ${(Number(bytes) / Number(entities)).toFixed(0).padStart(4)} B per entity (process ${(taken / Number(entities)).toFixed(0)})` +
      `   ns per touch: first ${first.toFixed(0)}, later ${later.toFixed(0)}, of 10,000 hot ${still.toFixed(0)}`,
  )
  await store.close({ timeoutMs: 0 })
}

function memory(): number {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

async function flood(): Promise<void> {
  await collect()
  const before = process.memoryUsage().arrayBuffers
  const store = createMemoryStore({ clock: () => AT_MS })
  const kind = KINDS[1]!
  const touch = (key: string) =>
    store.touch([{ kind: 'i', key, program: kind.program, arguments: [] }], { atMs: AT_MS, clock: 'event' })
  const blocked = 1000
  for (let i = 0; i < blocked; i++) for (let n = 0; n < 100; n++) touch(randomKey(i, 99, 20))
  let most = 0
  let mostInProcess = 0
  let longest = 0
  let making = 0
  const start = process.hrtime.bigint()
  for (let i = 0; i < FLOOD; i++) {
    const from = process.hrtime.bigint()
    const key = randomKey(i, 3 + Math.floor(i / 2 ** 22), 20)
    const to = process.hrtime.bigint()
    making += Number(to - from)
    touch(key)
    longest = Math.max(longest, Number(process.hrtime.bigint() - to))
    if (i % 100_000 !== 0) continue
    most = Math.max(most, Number(store.health().detail['bytes']))
    mostInProcess = Math.max(mostInProcess, process.memoryUsage().arrayBuffers - before)
  }
  const ns = (Number(process.hrtime.bigint() - start) - making) / FLOOD
  let standing = 0
  for (let i = 0; i < blocked; i++) {
    const replies = await touch(randomKey(i, 99, 20))
    if (replies[0]?.state === 'known' && replies[0].record !== null) standing++
  }
  await collect()
  const held = process.memoryUsage().arrayBuffers - before
  console.log(
    `flood of ${FLOOD.toLocaleString('en')} identities, cap 64 MiB: ${ns.toFixed(0)} ns each, longest touch ${(longest / 1e6).toFixed(2)} ms`,
  )
  console.log(
    `  most bytes ${(most / MIB).toFixed(2)} MiB by its own count, ${(mostInProcess / MIB).toFixed(2)} MiB in the process before, ${(held / MIB).toFixed(2)} after collection; ${standing} of ${blocked} blocks stand`,
  )
  console.log(`  ${JSON.stringify(store.health().detail)}`)
}

const ready = process.hrtime.bigint()
createMemoryStore()
console.log(
  `ready in ${(Number(process.hrtime.bigint() - ready) / 1e6).toFixed(1)} ms; ${ENTITIES.toLocaleString('en')} entities`,
)
for (const kind of KINDS) await measure(kind)
pauses.minor.length = 0
await flood()
await new Promise((resolve) => setTimeout(resolve, 10))
console.log(
  `minor collections in the flood: ${pauses.minor.length}, longest ${Math.max(0, ...pauses.minor).toFixed(1)} ms; major, whole run: longest ${Math.max(0, ...pauses.major).toFixed(1)} ms`,
)
