import { describe, expect, it } from '@jest/globals'
import { createMemoryStore, type RiskOptions } from '@riskguard/core'
import { BROWSER, type Received, send } from '../client.js'
import type { Host, Route } from '../host.js'
import { BASE, claimedFromBody, listeningEngine, settle, withApp } from '../use.js'

const LISTED = '203.0.113.9'
const CROWDED = '203.0.113.10'

const ENFORCED: RiskOptions<never, never> = {
  ...BASE,
  mode: 'enforce',
  lists: [{ list: 'deny', subject: 'ip', value: LISTED }],
  policy: {
    rules: [
      { name: 'no-robots', anyOf: ['http_client_library'], recommend: 'deny' },
      { name: 'puzzle', actions: ['register'], recommend: 'challenge', challenges: ['proof_of_work'] },
      { name: 'step-up', actions: ['transaction'], recommend: 'challenge' },
    ],
  },
}

export function describeEnforcing(host: Host): void {
  describe('enforcing', () => {
    async function enforce(
      options: RiskOptions<never, never>,
      requests: readonly (readonly [path: string, headers?: Record<string, string>])[],
    ) {
      const { engine, told } = listeningEngine(options)
      const handled: string[] = []
      const route = (path: string, action: Route['action'], handle?: Route['handle']): Route => ({
        method: 'POST',
        path,
        ...(action === undefined ? {} : { action }),
        handle(call) {
          handled.push(path)
          return handle === undefined ? call.reply(200, { ok: true }) : handle(call)
        },
      })
      const routes = [
        route('/enter', ['login']),
        route('/signup', undefined),
        route('/join', ['register']),
        route('/move', ['transaction']),
        route('/move-late', ['transaction', { after: 'authentication' }]),
        route('/move-handler', ['transaction'], ({ risk, reply }) => (risk.enforce() ? undefined : reply(200))),
      ]
      const received: Received[] = []
      await withApp(host, { guard: { engine }, routes }, async ({ server }) => {
        for (const [path, headers = {}] of requests)
          received.push(await send(server, { path, json: {}, headers: { ...BROWSER, ...headers } }))
        await settle()
      })
      return { received, handled, told }
    }

    it('answers every denial alike, before the handler, and learns nothing from it', async () => {
      const { received, handled, told } = await enforce(ENFORCED, [
        ['/enter', { 'X-Forwarded-For': LISTED }],
        ['/enter', { 'User-Agent': 'python-requests/2.32.3' }],
      ])
      const [first, second] = received
      expect(first?.status).toBe(403)
      expect(first?.headers['content-type']).toMatch(/^application\/problem\+json/)
      expect(first?.headers['cache-control']).toBe('no-store')
      expect(JSON.parse(first?.text ?? '')).toEqual({ type: 'about:blank', title: 'Forbidden', status: 403 })
      const visible = ({ status, text, headers: { date: _date, 'set-cookie': _cookie, ...headers } }: Received) => ({
        status,
        text,
        headers,
      })
      expect(visible(second as Received)).toEqual(visible(first as Received))
      expect(handled).toEqual([])
      expect(told).toEqual([])
    })

    it('answers a challenge that names no account, with the token to come back with', async () => {
      const { received, handled } = await enforce(ENFORCED, [['/join']])
      expect(received[0]?.status).toBe(428)
      expect(received[0]?.headers['content-type']).toMatch(/^application\/problem\+json/)
      expect(JSON.parse(received[0]?.text ?? '')).toEqual({
        type: 'about:blank',
        title: 'Precondition Required',
        status: 428,
        challenges: ['proof_of_work'],
        challenge_token: expect.any(String),
      })
      expect(handled).toEqual([])
    })

    it('leaves a challenge of the account to the host until somebody is authenticated', async () => {
      const { received, handled } = await enforce(ENFORCED, [['/move'], ['/move-late'], ['/move-handler']])
      expect(received.map(({ status }) => status)).toEqual([200, 428, 428])
      expect(received.slice(1).map(({ text }) => JSON.parse(text).challenges[0])).toEqual([
        'second_factor',
        'second_factor',
      ])
      expect(handled).toEqual(['/move', '/move-handler'])
    })

    it('changes nothing in monitor mode, for inferred actions, for clients outside the rollout, and when switched off', async () => {
      const denied = [['/enter', { 'X-Forwarded-For': LISTED }], ['/move-handler']] as const
      for (const options of [{ mode: 'monitor' }, { rollout: 0 }, { enabled: false }] as const) {
        const { received } = await enforce({ ...ENFORCED, ...options }, denied)
        expect(received.map(({ status }) => status)).toEqual([200, 200])
      }
      const { received } = await enforce(ENFORCED, [['/signup', { 'X-Forwarded-For': LISTED }]])
      expect(received[0]?.status).toBe(200)
    })

    it('enforces inferred actions with infer on', async () => {
      const { received } = await enforce({ ...ENFORCED, infer: 'on' }, [['/signup', { 'X-Forwarded-For': LISTED }]])
      expect(received[0]?.status).toBe(403)
    })

    it('does what the operator chose for a history out of reach', async () => {
      const away = { ...createMemoryStore(), kind: 'redis', touch: () => Promise.reject(new Error('away')) } as const
      const { received } = await enforce({ ...BASE, mode: 'enforce', onFailure: 'deny', store: away }, [['/enter']])
      expect(received[0]?.status).toBe(403)
    })

    it('tells a stranger no name that has a history from one that has none, until they have proved who they are', async () => {
      const { engine } = listeningEngine({ ...BASE, mode: 'enforce', identify: claimedFromBody as never })
      const named = async (claimed: string, ip: string, result: 'success' | 'failure') => {
        const { context } = await engine.assess({
          action: 'login',
          ip,
          device_id: `${claimed} ${ip}`,
          user: { claimed },
        })
        await engine.report(context.action_id, { result })
      }
      for (let i = 0; i < 4; i++) await named('regular', '198.51.100.7', 'success')
      for (let i = 0; i < 4; i++) await named(`victim${i}`, CROWDED, 'failure')
      const verdicts: string[] = []
      const routes: Route[] = [
        {
          method: 'POST',
          path: '/enter',
          action: ['login'],
          handle({ risk, reply }) {
            verdicts.push(risk.recommendation.type)
            return reply(401)
          },
        },
        {
          method: 'POST',
          path: '/entered',
          action: ['login', { after: 'authentication' }],
          handle: ({ reply }) => reply(200),
        },
      ]
      await withApp(host, { guard: { engine }, routes }, async ({ server }) => {
        const ask = async (path: string, email: string) =>
          (await send(server, { path, json: { email }, headers: { ...BROWSER, 'X-Forwarded-For': CROWDED } })).status
        expect([await ask('/enter', 'nobody'), await ask('/enter', 'regular')]).toEqual([401, 401])
        expect(verdicts).toEqual(['challenge', 'deny'])
        expect(await ask('/entered', 'regular')).toBe(403)
      })
    })

    it('admits no more than a limit allows, also in parallel', async () => {
      const rules = [
        { name: 'five', actions: ['login'], limit: { entity: 'ip', count: 5, windowMs: 60_000 }, recommend: 'deny' },
      ] as const
      const { engine } = listeningEngine({
        ...BASE,
        mode: 'enforce',
        policy: { rules, thresholds: { challenge: 99, deny: 100 } },
      })
      const routes: Route[] = [{ method: 'POST', path: '/enter', action: ['login'], handle: ({ reply }) => reply(200) }]
      await withApp(host, { guard: { engine }, routes }, async ({ server }) => {
        const ask = () =>
          send(server, { path: '/enter', json: {}, headers: { ...BROWSER, 'X-Forwarded-For': CROWDED } })
        const received = await Promise.all(Array.from({ length: 25 }, ask))
        expect(received.filter(({ status }) => status === 200)).toHaveLength(5)
        expect(received.filter(({ status }) => status === 403)).toHaveLength(20)
      })
    })
  })
}
