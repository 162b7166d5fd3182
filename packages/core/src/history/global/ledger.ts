/**
 * One process's counts of what everybody does, and those of the other processes of the same store. Its own are exact; the
 * others' arrive with each merge of a shared document, so that a single process decides the same with and without one.
 */
import type { StorePort } from '../../store/index.js'
import { createDecayedCounts, type DecayedCounts } from './decayed-counts.js'

export interface TableShape {
  readonly halfLifeMinutes: number
  readonly cap: number
}

export interface Ledger<Name extends string> {
  add(table: Name, member: string, amount: number): void
  of(table: Name, member: string): number
  total(table: Name): number
  distinct(table: Name): number
  advance(minute: number): void
  /** Reads the shared document, takes over what others counted, and writes what is new here. Never rejects. */
  merge(minute: number): Promise<void>
}

const VERSION = 1
/** Rounding in the document: what is left of our own counts after they are taken out again. */
const NOISE = 0.02
/** Processes that are remembered as writers: more than a deploy of a large app has at once. */
const MAX_WRITERS = 64

interface SharedDocument {
  readonly v: number
  /** Event time at which the counts held, in minutes. */
  readonly minute: number
  /** Number of the last merge of each process that this document holds. */
  readonly writers: Readonly<Record<string, number>>
  readonly tables: Readonly<
    Record<string, { readonly total: number; readonly counts: Readonly<Record<string, number>> }>
  >
}

interface Sides {
  readonly own: DecayedCounts
  readonly others: DecayedCounts
  /** What of our own stands in the document, and what stood there before our last write. */
  published: DecayedCounts
  before: DecayedCounts
}

export interface LedgerOptions {
  readonly store: Pick<StorePort, 'readDocument' | 'writeDocument'>
  /** Names this process among the document's writers. */
  readonly processId: string
  readonly document: string
}

export function createLedger<const Name extends string>(
  shapes: Readonly<Record<Name, TableShape>>,
  { store, processId, document: documentName }: LedgerOptions,
): Ledger<Name> {
  const names = Object.keys(shapes) as Name[]
  const sides = {} as Record<Name, Sides>
  for (const name of names) {
    const fresh = () => createDecayedCounts(shapes[name])
    sides[name] = { own: fresh(), others: fresh(), published: fresh(), before: fresh() }
  }
  let shares = false
  let merges = 0
  let present = 0

  function advance(minute: number): void {
    if (minute <= present) return
    present = minute
    for (const name of names) {
      const side = sides[name]
      for (const counts of [side.own, side.others, side.published, side.before]) counts.advance(minute)
    }
  }

  /** The document's counts as of now. */
  function decayedTo(minute: number, name: Name, document: SharedDocument): DecayedCounts {
    const counts = createDecayedCounts(shapes[name])
    counts.advance(document.minute)
    const table = document.tables[name]
    if (table !== undefined) counts.load(Object.entries(table.counts), table.total)
    counts.advance(minute)
    return counts
  }

  function takeIn(document: SharedDocument, minute: number): void {
    // Two processes wrote at once and ours was lost: what stands there is what stood before.
    const isLost = merges > 0 && document.writers[processId] !== merges
    for (const name of names) {
      const side = sides[name]
      if (isLost) side.published = side.before
      const all = decayedTo(minute, name, document)
      const rest: [string, number][] = []
      for (const member of all.names()) {
        const count = all.of(member) - side.published.of(member)
        if (count > NOISE) rest.push([member, count])
      }
      const total = all.total() - side.published.total()
      side.others.load(rest, total > NOISE ? total : 0)
      if (rest.length > 0) shares = true
    }
  }

  function toDocument(minute: number, writers: Readonly<Record<string, number>>): SharedDocument {
    const tables: Record<string, { total: number; counts: Record<string, number> }> = {}
    for (const name of names) {
      const { own, others } = sides[name]
      const counts: Record<string, number> = {}
      for (const member of new Set([...own.names(), ...others.names()])) {
        const count = rounded(own.of(member) + others.of(member))
        if (count > 0) counts[member] = count
      }
      tables[name] = { total: rounded(own.total() + others.total()), counts }
    }
    const latest = Object.entries({ ...writers, [processId]: merges }).slice(-MAX_WRITERS)
    return { v: VERSION, minute, writers: Object.fromEntries(latest), tables }
  }

  return {
    add: (table, member, amount) => sides[table].own.add(member, amount),
    of: (table, member) => sides[table].own.of(member) + (shares ? sides[table].others.of(member) : 0),
    total: (table) => sides[table].own.total() + (shares ? sides[table].others.total() : 0),
    distinct: (table) => Math.max(sides[table].own.distinct(), shares ? sides[table].others.distinct() : 0),
    advance,
    async merge(minute) {
      advance(minute)
      try {
        const document = parseDocument(await store.readDocument(documentName))
        if (document !== null) takeIn(document, present)
        merges++
        const next = toDocument(present, document?.writers ?? {})
        // Noted before the write: a write that arrives though its answer doesn't is then no surprise.
        for (const name of names) {
          const side = sides[name]
          side.before = side.published
          side.published = copyOf(side.own, shapes[name], present)
        }
        await store.writeDocument(documentName, JSON.stringify(next))
      } catch {
        // The store is out of reach: our own counts go on, and the next merge brings the rest.
      }
    },
  }
}

function copyOf(counts: DecayedCounts, shape: TableShape, minute: number): DecayedCounts {
  const copy = createDecayedCounts(shape)
  copy.advance(minute)
  copy.load(
    [...counts.names()].map((name) => [name, counts.of(name)] as const),
    counts.total(),
  )
  return copy
}

function rounded(count: number): number {
  return Math.round(count * 1000) / 1000
}

/** Null for what is missing or makes no sense: the app starts to learn anew. */
function parseDocument(text: string | null): SharedDocument | null {
  if (text === null) return null
  try {
    const document = JSON.parse(text) as SharedDocument
    const isOurs = document?.v === VERSION && typeof document.minute === 'number' && typeof document.tables === 'object'
    return isOurs && typeof document.writers === 'object' ? document : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
