import { spawn, spawnSync } from 'node:child_process'

/** Instructions of a process and all its threads, since `countInstructions`. */
export interface Instructions {
  readonly user: number
  readonly kernel: number
}

const ATTACH_MS = 150

let counters: boolean | null = null

/** Whether this machine lets us read hardware counters; virtual ones often don't. */
export function hasCounters(): boolean {
  if (counters === null) {
    const { error, stderr } = spawnSync('perf', ['stat', '-x', ',', '-e', 'instructions:u', 'true'], {
      encoding: 'utf8',
    })
    counters = error === undefined && /^\d+,/m.test(stderr)
  }
  return counters
}

/** Starts to count; the function that it gives stops and tells, or gives null where nothing counts. */
export async function countInstructions(pid: number): Promise<() => Promise<Instructions | null>> {
  if (!hasCounters()) return async () => null
  const perf = spawn('perf', ['stat', '-x', ',', '-e', 'instructions:u,instructions:k', '-p', String(pid)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let text = ''
  perf.stderr.on('data', (data) => {
    text += data
  })
  const ended = new Promise((resolve) => perf.once('close', resolve))
  await new Promise((resolve) => setTimeout(resolve, ATTACH_MS))
  return async () => {
    perf.kill('SIGINT')
    await ended
    const read = (name: string) => Number(new RegExp(`^(\\d+),[^,]*,${name}`, 'm').exec(text)?.[1] ?? Number.NaN)
    const found = { user: read('instructions:u'), kernel: read('instructions:k') }
    return Number.isNaN(found.user) || Number.isNaN(found.kernel) ? null : found
  }
}
