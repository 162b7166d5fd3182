import type { RedisServer } from '../../test/redis/redis-server.js'
import { type Child, startChild } from './child.js'
import { countInstructions } from './instructions.js'
import type { Effort } from './options.js'
import { type Framework, nameOf, type Subject, subjectsOf } from './plan.js'
import { median, quantile } from './statistics.js'

/** What one slice of one subject showed, per request. */
export interface Slice {
  readonly subject: string
  readonly perSecond: number
  readonly p50Ms: number
  readonly nodeKi: number | null
  readonly nodeUserKi: number | null
  readonly redisKi: number | null
  readonly cpuUs: number
  readonly findings: number
}

export interface ThroughputRow extends Subject {
  readonly perSecond: number
  /** Of the bare framework's throughput, each slice against its own round. */
  readonly ratio: number
  /** Instructions per request in thousands, user and kernel, and what that is more than bare. */
  readonly kI: number | null
  readonly addedKi: number | null
  readonly addedUserKi: number | null
  readonly redisKi: number | null
  readonly cpuUs: number
  readonly addedCpuUs: number
  /** Findings per assessment. */
  readonly findings: number
}

interface Answer {
  readonly requests: number
  readonly refused: number
  readonly perSecond: number
  readonly p50: number
}

export interface Running {
  readonly subject: Subject
  readonly app: Child
  readonly port: number
}

const CONNECTIONS = 32

/** Servers of one framework, all at once, each warmed up with its own kind of request. */
export async function startSubjects(options: {
  readonly framework: Framework
  readonly redis: RedisServer
  readonly loader: Child
  readonly warmUp: number
  readonly only?: (subject: Subject) => boolean
}): Promise<{ readonly running: readonly Running[]; stop(): Promise<void> }> {
  const apps = new Map<string, Child>()
  const running: Running[] = []
  const stop = async () => {
    await Promise.all([...apps.values()].map((app) => app.stop()))
  }
  try {
    for (const subject of subjectsOf(options.framework).filter(options.only ?? (() => true))) {
      const name = `${subject.framework}/${subject.guard}`
      const app = apps.get(name) ?? (await startChild('apps/server.mjs', [name, options.redis.url]))
      apps.set(name, app)
      const port = app.ready['port'] as number
      running.push({ subject, app, port })
      await load(options.loader, { port, kind: subject.kind, connections: CONNECTIONS, requests: options.warmUp })
    }
    return { running, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Slices in alternating order, over several starts of every process. */
export async function measureThroughput(options: {
  readonly framework: Framework
  readonly redis: RedisServer
  readonly loader: Child
  readonly effort: Effort
  readonly say: (line: string) => void
}): Promise<readonly ThroughputRow[]> {
  const { framework, redis, loader, effort } = options
  const rounds: Slice[][] = []
  for (let restart = 0; restart < effort.restarts; restart++) {
    options.say(`${framework}: start ${restart + 1} of ${effort.restarts}, warming up`)
    await redis.admin.flushall()
    const { running, stop } = await startSubjects({ framework, redis, loader, warmUp: effort.warmUp })
    try {
      for (let round = 0; round < effort.rounds; round++) {
        const slices: Slice[] = []
        for (const each of (restart + round) % 2 === 0 ? running : [...running].reverse()) {
          slices.push(await slice(each, redis.pid(), loader, effort.sliceSeconds))
        }
        rounds.push(slices)
      }
    } finally {
      await stop()
    }
  }
  return subjectsOf(framework).map((subject) => toRow(subject, rounds))
}

async function slice(
  { subject, app, port }: Running,
  redisPid: number,
  loader: Child,
  seconds: number,
): Promise<Slice> {
  const usesRedis = subject.guard.endsWith('-redis')
  // It has idled while the others were measured.
  await load(loader, { port, kind: subject.kind, connections: CONNECTIONS, seconds: seconds / 4 })
  await app.ask({ ask: 'findings' })
  const before = await app.ask<NodeJS.CpuUsage>({ ask: 'cpu' })
  const [node, redis] = await Promise.all([countInstructions(app.pid), usesRedis ? countInstructions(redisPid) : null])
  const answer = await load(loader, { port, kind: subject.kind, connections: CONNECTIONS, seconds })
  const [ofNode, ofRedis] = await Promise.all([node(), redis === null ? null : redis()])
  const after = await app.ask<NodeJS.CpuUsage>({ ask: 'cpu' })
  const findings = await app.ask<{ readonly perAssessment: number }>({ ask: 'findings' })
  const perRequest = (total: number | undefined) => (total === undefined ? null : total / answer.requests / 1000)
  return {
    subject: nameOf(subject),
    perSecond: answer.perSecond,
    p50Ms: answer.p50,
    nodeKi: perRequest(ofNode === null ? undefined : ofNode.user + ofNode.kernel),
    nodeUserKi: perRequest(ofNode?.user),
    redisKi: perRequest(ofRedis === null ? undefined : ofRedis.user + ofRedis.kernel),
    cpuUs: (after.user + after.system - before.user - before.system) / answer.requests,
    findings: findings.perAssessment,
  }
}

/** @throws Error when an app refused a request: then something else was measured than is said */
export async function load(loader: Child, order: object): Promise<Answer> {
  const answer = await loader.ask<Answer>({ order: 'closed', ...order })
  if (answer.refused > 0)
    throw new Error(`${answer.refused} of ${answer.requests} requests were refused: ${JSON.stringify(order)}`)
  return answer
}

function toRow(subject: Subject, rounds: readonly Slice[][]): ThroughputRow {
  const bareName = nameOf({ ...subject, guard: 'bare' })
  const own = rounds.map((slices) => slices.find((each) => each.subject === nameOf(subject)) as Slice)
  const bare = rounds.map((slices) => slices.find((each) => each.subject === bareName) as Slice)
  const middle = (slices: readonly Slice[], of: (each: Slice) => number | null) => median(slices.map(of))
  // Where noise only ever adds, the fifth from below is steadier than the middle.
  const low = (slices: readonly Slice[]) =>
    quantile(
      slices.map((each) => each.cpuUs),
      0.2,
    ) as number
  const more = (of: (each: Slice) => number | null) => {
    const [mine, theirs] = [middle(own, of), middle(bare, of)]
    return mine === null || theirs === null ? null : mine - theirs
  }
  return {
    ...subject,
    perSecond: middle(own, (each) => each.perSecond) as number,
    ratio: median(own.map((each, i) => each.perSecond / (bare[i] as Slice).perSecond)) as number,
    kI: middle(own, (each) => each.nodeKi),
    addedKi: more((each) => each.nodeKi),
    addedUserKi: more((each) => each.nodeUserKi),
    redisKi: middle(own, (each) => each.redisKi),
    cpuUs: low(own),
    addedCpuUs: low(own) - low(bare),
    findings: middle(own, (each) => each.findings) as number,
  }
}
