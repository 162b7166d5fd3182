/**
 * The bench: `pnpm bench`, see docs/performance.md. Builds the packages first, starts its own Redis on loopback, prints
 * how the goals stand, and writes everything to bench/results/<date>.json.
 */
import { execFileSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startRedis } from '../test/redis/redis-server.js'
import { buildWorkspace } from '../tools/build/build-workspace.mjs'
import { startChild } from './measure/child.js'
import { hasCounters } from './measure/instructions.js'
import { measureLatency } from './measure/latency.js'
import { measureEngine, measureMemory, measureRedis, measureWindows } from './measure/micro.js'
import { parseBenchOptions } from './measure/options.js'
import { FRAMEWORKS } from './measure/plan.js'
import { toReport } from './measure/report.js'
import type { Results } from './measure/results.js'
import { measureThroughput, type ThroughputRow } from './measure/throughput.js'

const DOCS = fileURLToPath(new URL('../docs/performance.md', import.meta.url))
/** In the document; what follows it is a run's. */
const MARK = '<!-- Below: written by pnpm bench --docs -->'

const { effort, parts, frameworks, out, docs } = parseBenchOptions(process.argv.slice(2))
const say = (line: string) => console.log(`bench  ${line}`)
const has = (part: string) => parts.has(part)

await buildWorkspace({
  names: ['core', 'express', 'koa', 'nestjs', 'redis'].map((name) => `@riskguard/${name}`),
  output: 'javascript',
})
const loadBefore = loadavg()[0] as number
const redis = await startRedis()
try {
  const engine = has('engine') ? await step('engine', () => measureEngine(effort)) : null
  const windows = has('windows') ? await step('windows', () => measureWindows(effort)) : null
  const memory = has('memory') ? await step('memory store', () => measureMemory(effort)) : null
  const figures = has('redis') ? await step('Redis store', () => measureRedis(redis, effort)) : null
  const { throughput, latency } =
    has('throughput') || has('latency') ? await measureApps() : { throughput: [], latency: [] }
  const results: Results = {
    at: new Date().toISOString(),
    command: ['pnpm bench', ...process.argv.slice(2)].join(' '),
    effort: effort.name,
    machine: await describeMachine(),
    throughput,
    latency,
    redis: figures,
    memory,
    windows,
    engine,
  }
  const report = toReport(results)
  console.log(`\n${report}`)
  if (docs === 'write') await writeDocs(report)
  await mkdir(out, { recursive: true })
  const file = join(out, `${results.at.replaceAll(':', '-').slice(0, 19)}.json`)
  await writeFile(file, `${JSON.stringify(results, null, 2)}\n`)
  say(`written to ${file}`)
} finally {
  await redis.stop()
}

async function measureApps() {
  const loader = await startChild('load/loader.mjs')
  try {
    const giver = await startChild('apps/server.mjs', ['koa/whole-memory'])
    await loader.ask({ order: 'cookies', port: giver.ready['port'], connections: 16, people: effort.people })
    await giver.stop()
    const throughput: ThroughputRow[] = []
    for (const framework of FRAMEWORKS.filter((each) => has('throughput') && frameworks.has(each))) {
      throughput.push(...(await measureThroughput({ framework, redis, loader, effort, say })))
    }
    const latency =
      has('latency') && frameworks.has('express') ? await measureLatency({ redis, loader, effort, say }) : []
    return { throughput, latency }
  } finally {
    await loader.stop()
  }
}

async function writeDocs(report: string) {
  const text = await readFile(DOCS, 'utf8')
  await writeFile(DOCS, `${text.slice(0, text.indexOf(MARK) + MARK.length)}\n\n${report}`)
}

async function step<T>(name: string, run: () => Promise<T>): Promise<T> {
  const start = performance.now()
  say(`${name} …`)
  const result = await run()
  say(`${name}: done in ${((performance.now() - start) / 1000).toFixed(0)} s`)
  return result
}

async function describeMachine(): Promise<Results['machine']> {
  const version = execFileSync(process.env['REDIS_SERVER'] ?? 'redis-server', ['--version'], { encoding: 'utf8' })
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGib: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    redis: /v=([\d.]+)/.exec(version)?.[1] ?? 'unknown',
    counters: hasCounters(),
    load: [loadBefore, loadavg()[0] as number],
  }
}
