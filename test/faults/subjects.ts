import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Program, StorePort, Touch } from '@riskguard/core/store'
import { riskAction, riskGuard } from '@riskguard/express'
import express from 'express'
import { createHistory } from '../../packages/core/src/history/guarded-history.js'
import { createMemoryStore } from '../../packages/core/src/stores/memory/index.js'
import { DEADLINE_MS, type Seen, type Subject } from './measure.js'

const FALLBACK_BYTES = 8 * 1024 * 1024
const STORE_TIME = { atMs: null, clock: 'store' } as const
const CLOSE_MS = 1_000

export type Closable = Subject & { close(): Promise<void> }
export type SubjectOf = (store: StorePort) => Closable | Promise<Closable>

const counting: Program = {
  ttlSeconds: 600,
  protectAt: 0,
  operations: [{ kind: 'count', slot: 1, add: 1, widthsDs: [600] }],
}

/** Touches of the given kinds for event `i`. */
export function touchesOf(kinds: string, i: number): Touch[] {
  return [...kinds].map((kind) => ({ kind, key: `${kind}${i}`.padEnd(20, kind), program: counting, arguments: [] }))
}

/** The history alone: an address, a profile and a limit per event. */
export const historyOn: SubjectOf = (store) => {
  const fallback = createMemoryStore({ maxBytes: FALLBACK_BYTES })
  const history = createHistory({ store, deadlineMs: DEADLINE_MS, fallback })
  return {
    async one(i) {
      const touches = touchesOf('ipl', i % 50)
      const answer = history.touch(touches, STORE_TIME, performance.now() + DEADLINE_MS)
      const { replies, degraded } = await answer
      void history.learn(touches, STORE_TIME)
      const [ip, profile, limit] = replies.map(({ state }) => state)
      const isLocal = degraded !== null && degraded !== 'shard_failed'
      if (isLocal && profile !== 'failed') return { degraded, wrong: 'a profile invented' }
      return { degraded, wrong: ip === 'known' && limit === 'known' ? null : 'a limit uncounted' }
    },
    flush: history.flush,
    close: () => history.close({ timeoutMs: 100 }),
  }
}

const nothing = () => undefined
const SILENT = { info: nothing, warn: nothing, error: nothing }
const EXPECTED_BODY = '{"ok":true}'

/** An Express app with a login, in monitor mode: its answers must be what they are without us. */
export const expressOn: SubjectOf = async (store) => {
  const guard = riskGuard({
    store,
    secret: randomBytes(32).toString('hex'),
    deadlineMs: DEADLINE_MS,
    observe: { logger: SILENT },
  })
  const app = express()
  app.use(express.json())
  app.use(guard)
  app.post('/login', riskAction('login'), (req, res) => {
    const known = req.body.name !== 'user7'
    void req.risk.report({ result: known ? 'success' : 'failure', user_id: req.body.name })
    res
      .status(known ? 200 : 401)
      .set('x-degraded', req.risk.degraded?.reason ?? '')
      .json({ ok: true })
  })
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true })
  return {
    async one(i) {
      const { status, body, degraded } = await login(port, agent, `user${i % 50}`)
      const expected = i % 50 === 7 ? 401 : 200
      if (status !== expected) return { degraded, wrong: `status ${status} instead of ${expected}` }
      return { degraded, wrong: body === EXPECTED_BODY ? null : 'another body' }
    },
    flush: (options) => guard.engine.flush(options),
    async close() {
      agent.destroy()
      await new Promise((resolve) => server.close(resolve))
      await guard.engine.close({ timeoutMs: CLOSE_MS })
    },
  }
}

interface Answer {
  readonly status: number
  readonly body: string
  readonly degraded: Seen['degraded']
}

function login(port: number, agent: Agent, name: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' }
    const sent = request({ port, host: '127.0.0.1', method: 'POST', path: '/login', agent, headers }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (part) => {
        body += part
      })
      response.on('error', reject)
      response.on('end', () => {
        const { 'x-degraded': degraded } = response.headers
        resolve({ status: response.statusCode ?? 0, body, degraded: String(degraded ?? '') || null })
      })
    })
    sent.on('error', reject)
    sent.end(JSON.stringify({ name }))
  })
}
