import { describe, expect, it } from '@jest/globals'
import type { Risk } from '@riskguard/core/adapter'
import { send } from '../client.js'
import type { Host, Route, Setup } from '../host.js'
import { BASE, claimedFromBody, listeningEngine, withApp } from '../use.js'

const DOCUMENTED = [
  'id',
  'issued_at',
  'recommendation',
  'risk_score',
  'scores',
  'context',
  'risk_signals',
  'reasons',
  'signals',
  'anomaly_codes',
  'threat',
  'policy',
  'evidence',
  'skipped',
  'degraded',
  'versions',
]

export function describeDeclaring(host: Host): void {
  describe('what is assessed', () => {
    const show: Route['handle'] = ({ risk, reply }) => reply(200, risk)

    async function ask(
      setup: Partial<Parameters<Host['start']>[0]>,
      routes: readonly Route[],
      paths: readonly string[],
      method = 'POST',
    ) {
      const { engine, assessed } = listeningEngine((setup.guard ?? BASE) as typeof BASE)
      const shown: Risk[] = []
      await withApp(host, { ...setup, guard: { engine }, routes }, async ({ server }) => {
        for (const path of paths) {
          const { text } = await send(
            server,
            method === 'POST' ? { path, json: { email: 'ann@example.com' } } : { path, method },
          )
          shown.push(JSON.parse(text) as Risk)
        }
      })
      return { assessed, shown }
    }

    it('gives a request without an action a frozen answer that allows and skips everything', async () => {
      let risk: Risk | undefined
      const look: Route['handle'] = (call) => {
        risk = call.risk
        return call.reply(200, call.risk)
      }
      const { assessed, shown } = await ask({}, [{ method: 'GET', path: '/page', handle: look }], ['/page'], 'GET')
      expect(assessed).toEqual([])
      expect(shown[0]?.recommendation.type).toBe('allow')
      expect(shown[0]?.policy.rule).toBe('not_assessed')
      expect(Object.keys(shown[0] ?? {}).sort()).toEqual([...DOCUMENTED].sort())
      expect(Object.isFrozen(risk)).toBe(true)
    })

    it('has the documented names and nothing else in the JSON of an assessment', async () => {
      const { shown } = await ask({}, [{ method: 'POST', path: '/login', action: ['login'], handle: show }], ['/login'])
      expect(Object.keys(shown[0] ?? {}).sort()).toEqual([...DOCUMENTED].sort())
    })

    it('assesses a mapped route, by its path with the prefix', async () => {
      const { assessed, shown } = await ask(
        { guard: { ...BASE, actions: { 'POST /api/v1/money': 'withdraw' } }, prefix: '/api/v1' },
        [{ method: 'POST', path: '/money', handle: show }],
        ['/api/v1/money'],
      )
      expect(assessed).toEqual(['declared withdraw'])
      expect(shown[0]?.context.action_type).toBe('withdraw')
    })

    it('assesses an inferred action under the prefix, and none with infer off', async () => {
      const routes: Route[] = [{ method: 'POST', path: '/login', handle: show }]
      expect((await ask({ prefix: '/api' }, routes, ['/api/login'])).assessed).toEqual(['inferred login'])
      const off = await ask({ guard: { ...BASE, infer: 'off' } }, routes, ['/login'])
      expect(off.assessed).toEqual([])
      expect(off.shown[0]?.policy.rule).toBe('not_assessed')
    })

    it('lets a route declare what it does, counted once as declared', async () => {
      const paths = ['/login/1', '/login/2', '/login/3']
      const routes = paths.map((path): Route => ({ method: 'POST', path, action: ['checkout'], handle: show }))
      const { assessed, shown } = await ask({}, routes, paths)
      expect(assessed.filter((one) => one === 'declared checkout')).toHaveLength(3)
      // Which route declares itself is only known once it did; from then on nothing is guessed for it.
      expect(assessed.filter((one) => one.startsWith('inferred')).length).toBeLessThanOrEqual(
        host.hasMiddleware ? 1 : 0,
      )
      expect(shown.map(({ context }) => context.action_type)).toEqual(['checkout', 'checkout', 'checkout'])
    })

    it('lets an inferred assessment stand when it is declared, with infer on', async () => {
      const routes: Route[] = [{ method: 'POST', path: '/login', action: ['login'], handle: show }]
      const { assessed } = await ask({ guard: { ...BASE, infer: 'on' } }, routes, ['/login', '/login'])
      expect(assessed).toHaveLength(2)
    })

    it('shows the guess to whatever runs before the route', async () => {
      if (!host.hasMiddleware) return
      const seen: unknown[] = []
      const between: Setup['between'] = ({ risk }) => void seen.push(risk?.context.action_type)
      const { shown } = await ask(
        { between },
        [{ method: 'POST', path: '/login', action: ['register'], handle: show }],
        ['/login'],
      )
      expect(seen).toEqual(['login'])
      expect(shown[0]?.context.action_type).toBe('register')
    })

    it('takes the last of two declared actions', async () => {
      const routes: Route[] = [{ method: 'POST', path: '/pay', action: ['withdraw'], handle: show }]
      const { shown } = await ask({ guard: { ...BASE, actions: { 'POST /pay': 'checkout' } } }, routes, ['/pay'])
      expect(shown[0]?.context.action_type).toBe('withdraw')
    })

    it('counts once when it is mounted twice', async () => {
      const routes: Route[] = [{ method: 'POST', path: '/login', handle: show }]
      expect((await ask({ isTwice: true }, routes, ['/login'])).assessed).toEqual(['inferred login'])
    })

    it('shows identify the body at the route, wherever the parser stands', async () => {
      const routes: Route[] = [{ method: 'POST', path: '/go', action: ['login'], handle: show }]
      for (const bodyParser of ['before', 'after'] as const) {
        const { shown } = await ask({ bodyParser, guard: { ...BASE, identify: claimedFromBody } }, routes, ['/go'])
        expect(shown[0]?.context.claimed_user_id).toBe('ann@example.com')
      }
    })

    it('is off when the kill switch is', async () => {
      const routes: Route[] = [{ method: 'POST', path: '/login', action: ['login'], handle: show }]
      const { assessed, shown } = await ask({ guard: { ...BASE, enabled: () => false } }, routes, ['/login'])
      expect(assessed).toEqual([])
      expect(shown[0]?.policy.rule).toBe('disabled')
    })
  })
}
