import { describe, expect, it } from '@jest/globals'
import { createRiskEngine } from '../engine.js'
import { createIdentityKeys } from '../facts/identity/identity-key.js'
import type { AssessmentSink } from '../options.js'
import type { AssessmentRecord } from './assessment-record.js'
import { loggerSink } from './logger-sink.js'
import { createSinks } from './sinks.js'

const SECRET = 'a-secret-for-sinks-0123456789-abcdefghij'
const AT = Date.UTC(2026, 4, 4, 12)

function collecting(
  name: string,
  identifiers?: 'keyed' | 'plain',
): AssessmentSink & { readonly records: AssessmentRecord[] } {
  const records: AssessmentRecord[] = []
  return {
    name,
    ...(identifiers === undefined ? {} : { identifiers }),
    records,
    write: (record) => void records.push(record),
  }
}

function engineWith(sinks: readonly AssessmentSink[]) {
  const warnings: string[] = []
  const logger = {
    info: () => undefined,
    warn: (_: object, line: string) => void warnings.push(line),
    error: () => undefined,
  }
  // Sinks are an option of closed shape.
  const plain = sinks.map(({ name, identifiers, write }) => ({
    name,
    write,
    ...(identifiers === undefined ? {} : { identifiers }),
  }))
  return { warnings, engine: createRiskEngine({ secret: SECRET, clock: 'event', observe: { sinks: plain, logger } }) }
}

const login = {
  action: 'login',
  at: AT,
  ip: '203.0.113.9',
  user: { claimed: 'ann@example.com' },
  device_id: 'dev-1',
} as const

describe('sinks', () => {
  it('get a record per assessment, after the answer, each in the form it asked for', async () => {
    const keyed = collecting('keyed')
    const plain = collecting('plain', 'plain')
    const { engine } = engineWith([keyed, plain])
    const assessment = await engine.assess(login)
    expect(keyed.records).toEqual([])
    await new Promise((resolve) => setImmediate(resolve))
    expect(keyed.records.map(({ id }) => id)).toEqual([assessment.id])
    expect(keyed.records[0]?.context.device_id).not.toBe('dev-1')
    expect(plain.records[0]?.context.device_id).toBe('dev-1')
    expect(Object.isFrozen(keyed.records[0])).toBe(true)
  })
  it('get nothing of what nobody asked to assess', async () => {
    const sink = collecting('all')
    const { engine } = engineWith([sink])
    engine.notAssessed({ path: '/' })
    await engine.flush()
    expect(sink.records).toEqual([])
  })
  it('get what is queued when the engine is flushed or closed', async () => {
    const sink = collecting('all')
    const { engine } = engineWith([sink])
    await engine.assess(login)
    await engine.flush()
    expect(sink.records).toHaveLength(1)
    await engine.assess(login)
    await engine.close()
    expect(sink.records).toHaveLength(2)
  })
  it('that throw or reject are counted and told about, and hold up no other', async () => {
    const good = collecting('good')
    const { engine, warnings } = engineWith([
      {
        name: 'throws',
        write: () => {
          throw new Error('disk full')
        },
      },
      {
        name: 'rejects',
        write: (async () => {
          throw new Error('gone')
        }) as () => void,
      },
      good,
    ])
    for (let i = 0; i < 3; i++) await engine.assess(login)
    await engine.flush()
    await new Promise((resolve) => setImmediate(resolve))
    expect(good.records).toHaveLength(3)
    expect(engine.health().sinks).toEqual({
      queued: 0,
      dropped: 0,
      sinks: [
        { name: 'throws', written: 0, failed: 3 },
        { name: 'rejects', written: 0, failed: 3 },
        { name: 'good', written: 3, failed: 0 },
      ],
    })
    expect(warnings.join('\n')).toContain('disk full')
  })
  it('of a full queue lose the newest, counted', async () => {
    const sink = collecting('slow')
    const keys = createIdentityKeys({ identityKey: Buffer.alloc(32, 1), namespace: 'default' })
    const faults: string[] = []
    const sinks = createSinks({
      sinks: [{ identifiers: 'keyed', ...sink }],
      keys,
      onFault: (fault) => faults.push(fault),
    })
    const assessment = await createRiskEngine({ secret: SECRET, clock: 'event' }).assess(login)
    for (let i = 0; i < 10_005; i++) sinks.emit(assessment)
    expect(sinks.health()).toMatchObject({ queued: 10_000, dropped: 5 })
    expect(faults).toHaveLength(5)
    sinks.flush()
    expect(sinks.health()).toMatchObject({ queued: 0, sinks: [{ written: 10_000 }] })
  })
  it('do not exist without the option', () => {
    expect(createRiskEngine({ secret: SECRET, clock: 'event' }).health().sinks).toBeNull()
  })
  it('write to a logger what they are told to', async () => {
    const lines: object[] = []
    const logger = {
      info: (details: object) => void lines.push(details),
      warn: () => undefined,
      error: () => undefined,
    }
    const { engine } = engineWith([loggerSink(logger), loggerSink(logger, { only: ['deny'] })])
    const { id } = await engine.assess(login)
    await engine.flush()
    expect(lines).toEqual([{ component: 'riskguard', assessment: expect.objectContaining({ id }) }])
  })
})
