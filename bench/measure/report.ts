import { type Goal, judge, standingOf } from './goals.js'
import { nameOf } from './plan.js'
import type { Results } from './results.js'

type Cell = string | number | null

/** Everything that a run found, as text for a terminal and for docs/performance.md (tables are Markdown). */
export function toReport(results: Results): string {
  const { machine, throughput, latency, redis, memory, windows, engine } = results
  const sections = [
    `${results.at.slice(0, 10)}, \`${results.command}\`: ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGib} GiB, Node ${machine.node}, Redis ${machine.redis}, ` +
      `${machine.counters ? 'hardware counters' : 'no hardware counters'}, load ${machine.load.map((value) => value.toFixed(1)).join(' → ')}.\n`,
    section('Goals', ['goal', 'gate', 'stretch', 'measured', 'unit', ''], judge(results).map(goalRow)),
    section(
      'Throughput and instructions per request',
      [
        'app, request',
        'requests/s',
        '÷ bare',
        'node kI',
        'added kI',
        'of it user',
        'Redis kI',
        'CPU µs',
        'added µs',
        'findings',
      ],
      throughput.map((row) => [
        nameOf(row),
        round(row.perSecond, 0),
        round(row.ratio, 2),
        round(row.kI, 0),
        round(row.addedKi, 0),
        round(row.addedUserKi, 0),
        round(row.redisKi, 0),
        round(row.cpuUs, 1),
        round(row.addedCpuUs, 1),
        row.findings === 0 ? null : round(row.findings, 1),
      ]),
    ),
    section(
      'Latency, open loop, Express 5',
      ['app, request', 'p50 ms', 'p90 ms', 'p99 ms'],
      latency.map((row) => [row.subject, round(row.p50Ms, 3), round(row.p90Ms, 3), round(row.p99Ms, 2)]),
    ),
    section(
      'Redis per call',
      ['entities', 'kI', 'µs in the script'],
      (redis?.touches ?? []).map((row) => [row.entities, round(row.kI, 0), round(row.us, 1)]),
    ),
    section(
      'Commands and entities per action',
      ['action', 'entities', 'scripts per assessment', 'entities of a report', 'scripts per report'],
      (redis?.roundTrips ?? []).map((row) => [
        row.action,
        row.entities,
        round(row.perAssessment, 2),
        row.reportEntities,
        round(row.perReport, 2),
      ]),
    ),
    section(
      'Redis bytes per entity',
      ['kind', 'events', 'MEMORY USAGE', 'with tables'],
      (redis?.bytes ?? []).map((row) => [row.kind, row.events, row.usage, round(row.withTables, 0)]),
    ),
    redis === null
      ? ''
      : `One call at a time, p50: ${round(redis.sequential.touchMs * 1000, 1)} µs of ours, ${round(redis.sequential.limiterMs * 1000, 1)} µs of a limiter’s script.\n`,
    memory === null
      ? ''
      : `Memory store at ${memory.entities.toLocaleString('en')} entities: ${round(memory.bytesPerEntity, 0)} B and ${round(memory.usPerTouch, 2)} µs each; at most ${round(memory.floodMostMib, 1)} MiB in a flood.\n`,
    section(
      'Decisions on the wrong side of a limit, bursty traffic',
      ['events per window', 'ring of six, %', 'fixed window, %'],
      (windows ?? []).map((row) => [row.perWindow, round(row.ring * 100, 2), round(row.fixed * 100, 2)]),
    ),
    section(
      'One assessment as identities grow, memory store',
      ['identities', 'kI', 'CPU µs'],
      (engine?.growth ?? []).map((row) => [row.identities, round(row.kI, 0), round(row.cpuUs, 1)]),
    ),
    engine === null
      ? ''
      : `Engine: import ${round(engine.ready.importMs, 0)} ms, construction ${round(engine.ready.makeMs, 0)} ms, first assessment ${round(engine.ready.firstMs, 0)} ms. ` +
        `${engine.doubled.detectors} detectors; twice as many cost ${round(engine.doubled.share * 100, 0)} % more.\n`,
  ]
  return sections.filter((text) => text !== '').join('\n')
}

function goalRow(goal: Goal): Cell[] {
  const digits = Math.abs(goal.gate) < 10 ? 2 : 0
  return [
    goal.what,
    `${goal.better === 'lower' ? '≤' : '≥'} ${goal.gate}`,
    goal.stretch,
    round(goal.measured, digits),
    goal.unit,
    standingOf(goal),
  ]
}

function section(title: string, head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return ''
  const cells = [head, ...rows].map((row) => row.map((cell) => (cell === null ? '–' : String(cell))))
  const widths = head.map((_, column) => Math.max(...cells.map((row) => (row[column] as string).length)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] as number) : cell.padStart(widths[i] as number))).join(' | ')} |`
  const rule = `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  const [header, ...body] = cells.map(line)
  return `## ${title}\n\n${[header, rule, ...body].join('\n')}\n`
}

function round(value: number | null, digits: number): string | null {
  return value === null || !Number.isFinite(value) ? null : value.toFixed(digits)
}
