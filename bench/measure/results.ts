import type { LatencyRow } from './latency.js'
import type { EngineFigures, MemoryFigures, RedisFigures, WindowFigure } from './micro.js'
import type { ThroughputRow } from './throughput.js'

/** Everything that one run found; what wasn't asked for is null. */
export interface Results {
  readonly at: string
  readonly command: string
  readonly effort: string
  readonly machine: Machine
  readonly throughput: readonly ThroughputRow[]
  readonly latency: readonly LatencyRow[]
  readonly redis: RedisFigures | null
  readonly memory: MemoryFigures | null
  readonly windows: readonly WindowFigure[] | null
  readonly engine: EngineFigures | null
}

export interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly memoryGib: number
  readonly node: string
  readonly redis: string
  readonly counters: boolean
  /** Mean runnable processes of the last minute, when the run began and ended: on a busy machine times mean little. */
  readonly load: readonly [number, number]
}
