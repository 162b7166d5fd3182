import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Results } from './measure/results.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = mkdtempSync(join(tmpdir(), 'riskguard-bench-test-'))
let printed = ''

beforeAll(async () => {
  const args = ['tools/run-ts.mjs', 'bench/run.ts', '--smoke', '--frameworks', 'koa', '--out', out]
  printed = (await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 2 ** 24 })).stdout
}, 240_000)

afterAll(() => rmSync(out, { recursive: true, force: true }))

describe('pnpm bench --smoke', () => {
  it('prints every goal that can be measured with what was found', () => {
    const goals = printed.split('## Goals')[1]?.split('\n## ')[0] ?? ''
    for (const goal of [
      'added on Koa',
      'three entities',
      'sequential p50',
      'bytes of a user',
      'wrong side',
      'cold request',
      'doubled',
      'ready',
    ]) {
      expect(goals.split('\n').find((line) => line.includes(goal))).toMatch(/\| +(?:stretch )?(?:met|missed) \|$/)
    }
  })

  it('writes the same to a file, with the machine', () => {
    const [file, ...others] = readdirSync(out)
    expect(others).toEqual([])
    const results = JSON.parse(readFileSync(join(out, file as string), 'utf8')) as Results
    expect(results.machine).toMatchObject({ node: process.versions.node, cores: expect.any(Number) })
    expect(results.throughput.map((row) => `${row.guard} ${row.kind}`)).toEqual(
      expect.arrayContaining([
        'bare get',
        'store-redis get',
        'koa-ratelimit-redis login',
        'whole-redis login',
        'whole-memory cold',
      ]),
    )
    expect(results.throughput.every((row) => row.perSecond > 0 && row.cpuUs > 0)).toBe(true)
  })

  it('finds one script call per assessment and per report, whatever the action', () => {
    const [file] = readdirSync(out)
    const { redis } = JSON.parse(readFileSync(join(out, file as string), 'utf8')) as Results
    expect(redis?.roundTrips.length).toBeGreaterThan(3)
    for (const row of redis?.roundTrips ?? []) {
      expect(row).toMatchObject({ perAssessment: 1, perReport: 1 })
      expect(row.entities).toBeGreaterThanOrEqual(4)
    }
  })
})
