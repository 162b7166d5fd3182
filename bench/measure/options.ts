/** How much is done; `--smoke` only shows that all of it runs. */
export interface Effort {
  readonly name: 'smoke' | 'quick' | 'normal' | 'full'
  readonly restarts: number
  readonly rounds: number
  readonly warmUp: number
  readonly sliceSeconds: number
  readonly latencyRate: number
  readonly latencySeconds: number
  readonly people: number
  /** Entities in the memory store's measurement, identities of growth. */
  readonly entities: number
  readonly growth: readonly number[]
  readonly microCalls: number
}

const EFFORTS: readonly Effort[] = [
  {
    name: 'smoke',
    restarts: 1,
    rounds: 1,
    warmUp: 50,
    sliceSeconds: 0.1,
    latencyRate: 100,
    latencySeconds: 0.2,
    people: 50,
    entities: 2000,
    growth: [500, 1000],
    microCalls: 300,
  },
  {
    name: 'quick',
    restarts: 1,
    rounds: 2,
    warmUp: 10_000,
    sliceSeconds: 1,
    latencyRate: 1000,
    latencySeconds: 2,
    people: 2000,
    entities: 200_000,
    growth: [10_000, 200_000],
    microCalls: 20_000,
  },
  {
    name: 'normal',
    restarts: 3,
    rounds: 1,
    warmUp: 25_000,
    sliceSeconds: 2,
    latencyRate: 1500,
    latencySeconds: 3,
    people: 5000,
    entities: 1_000_000,
    growth: [10_000, 1_000_000],
    microCalls: 60_000,
  },
  {
    name: 'full',
    restarts: 5,
    rounds: 3,
    warmUp: 40_000,
    sliceSeconds: 2,
    latencyRate: 1500,
    latencySeconds: 8,
    people: 5000,
    entities: 1_000_000,
    growth: [10_000, 10_000_000],
    microCalls: 100_000,
  },
]

export interface BenchOptions {
  readonly effort: Effort
  /** Parts to run; all of them by default. */
  readonly parts: ReadonlySet<string>
  readonly frameworks: ReadonlySet<string>
  /** The folder that results are written to. */
  readonly out: string
  /** Write the tables into docs/performance.md too. */
  readonly docs: 'write' | 'leave'
}

export const PARTS = ['throughput', 'latency', 'redis', 'memory', 'windows', 'engine'] as const

const USAGE = `pnpm bench [--smoke | --quick | --full] [--only throughput,redis,…] [--frameworks koa,express,nest] [--out folder] [--docs]
Parts: ${PARTS.join(', ')}`

/** Ends the process with the usage where the arguments make no sense. */
export function parseBenchOptions(args: readonly string[]): BenchOptions {
  const rest = [...args]
  const take = (name: string): string | null => {
    const at = rest.indexOf(name)
    if (at < 0) return null
    const [, value] = rest.splice(at, 2)
    return value ?? ''
  }
  const only = take('--only')
  const frameworks = take('--frameworks')
  const out = take('--out')
  const docs = rest.indexOf('--docs')
  if (docs >= 0) rest.splice(docs, 1)
  const named = EFFORTS.find(({ name }) => rest[0] === `--${name}`)
  const parts = new Set<string>(only === null ? PARTS : only.split(','))
  const unknown = [...parts].filter((part) => !(PARTS as readonly string[]).includes(part))
  if (rest.length > (named === undefined ? 0 : 1) || unknown.length > 0) {
    console.error(USAGE)
    process.exit(2)
  }
  return {
    effort: named ?? (EFFORTS[2] as Effort),
    parts,
    frameworks: new Set(frameworks === null ? ['express', 'koa', 'nest'] : frameworks.split(',')),
    out: out ?? 'bench/results',
    docs: docs >= 0 ? 'write' : 'leave',
  }
}
