import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'

/** A real Redis on loopback, for tests: nothing on disk that outlives it. */
export interface RedisServer {
  readonly port: number
  /** `redis://127.0.0.1:<port>`. */
  readonly url: string
  readonly pid: () => number
  /** A plain client to look or meddle with; closed with the server. */
  readonly admin: Redis
  /** Stops the process without ending it, as a swapped-out or paused machine would. */
  freeze(): void
  thaw(): void
  /** Ends it at once; `start` brings it back on the same port with what it had saved. */
  kill(): Promise<void>
  start(): Promise<void>
  /** Ends it and removes its files. */
  stop(): Promise<void>
}

export interface RedisServerOptions {
  /** Further settings, as on the command line: `['--maxmemory', '2mb']`. */
  readonly settings?: readonly string[]
  readonly port?: number
  /** Default true; else `start` does it. */
  readonly started?: boolean
}

const READY_MS = 10_000

export async function startRedis({
  settings = [],
  port,
  started = true,
}: RedisServerOptions = {}): Promise<RedisServer> {
  const chosen = port ?? (await freePort())
  const folder = await mkdtemp(join(tmpdir(), 'riskguard-redis-'))
  const admin = new Redis({
    port: chosen,
    host: '127.0.0.1',
    lazyConnect: true,
    retryStrategy: () => 20,
    maxRetriesPerRequest: null,
    protocol: 2,
  })
  admin.on('error', () => undefined)
  let server: ChildProcess | undefined

  async function start(): Promise<void> {
    const program = process.env['REDIS_SERVER'] ?? 'redis-server'
    const fixed = ['--port', String(chosen), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--daemonize', 'no']
    const child = spawn(program, [...fixed, ...settings], { stdio: ['ignore', 'ignore', 'ignore'] })
    server = child
    const gone = new Promise<never>((_, reject) => {
      child.once('error', reject)
      child.once('exit', (code) =>
        reject(new Error(`redis-server ended with ${code}; settings: ${settings.join(' ')}`)),
      )
    })
    gone.catch(() => undefined)
    try {
      await Promise.race([gone, answers(chosen)])
    } catch (error) {
      child.kill('SIGKILL')
      throw error
    }
    if (admin.status === 'wait') await admin.connect()
  }

  async function kill(): Promise<void> {
    const child = server
    server = undefined
    if (child === undefined || child.exitCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
  }

  if (started) await start()
  return {
    port: chosen,
    url: `redis://127.0.0.1:${chosen}`,
    admin,
    pid: () => server?.pid ?? -1,
    freeze: () => void server?.kill('SIGSTOP'),
    thaw: () => void server?.kill('SIGCONT'),
    kill,
    start,
    async stop() {
      admin.disconnect()
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A TCP port of loopback that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

async function answers(port: number): Promise<void> {
  const client = new Redis({
    port,
    host: '127.0.0.1',
    retryStrategy: () => 20,
    maxRetriesPerRequest: null,
    protocol: 2,
  })
  client.on('error', () => undefined)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no Redis answered on port ${port}`)), READY_MS)
  })
  try {
    await Promise.race([client.ping(), late])
  } finally {
    clearTimeout(timer)
    client.disconnect()
  }
}
