import { describe, expect, it } from '@jest/globals'
import type { RiskOptions } from '@riskguard/core'
import type { Risk } from '@riskguard/core/adapter'
import { BROWSER, cookieHeader, send } from '../client.js'
import type { Host, Route } from '../host.js'
import { BASE, withApp } from '../use.js'

const OURS = /^rg_d=[\w-]{50}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/

export function describeCookies(host: Host): void {
  describe('the device cookie', () => {
    const seen: Risk[] = []
    const note: Route['handle'] = ({ risk, reply }) => {
      seen.push(risk)
      return reply(200, { ok: true })
    }
    const routes: Route[] = [
      { method: 'GET', path: '/page', handle: note },
      { method: 'POST', path: '/login', handle: note },
      { method: 'POST', path: '/enter', action: ['login'], handle: note },
      {
        method: 'POST',
        path: '/own',
        action: ['login'],
        handle: ({ reply }) => reply(200, {}, { 'Set-Cookie': ['sid=1; Path=/', 'theme=dark'] }),
      },
      {
        method: 'POST',
        path: '/cached',
        action: ['login'],
        handle: ({ reply }) => reply(200, {}, { 'Cache-Control': 'public, max-age=60' }),
      },
      { method: 'POST', path: '/by-hand', action: ['login'], handle: ({ hijack }) => hijack(200, 'ok') },
      {
        method: 'POST',
        path: '/streamed',
        action: ['login'],
        handle: ({ stream }) => stream({ 'Content-Type': 'text/plain' }, ['a', 'b']),
      },
      {
        method: 'POST',
        path: '/agreed',
        action: ['login'],
        handle({ risk, reply }) {
          risk.consent()
          return reply(200, {})
        },
      },
    ]
    const cookiesOf = (path: string, options: RiskOptions<never, never> = {}, method = 'POST') =>
      withApp(host, { guard: { ...BASE, ...options }, routes }, async ({ server }) => {
        const { setCookies } = await send(server, method === 'GET' ? { path } : { path, json: {} })
        return setCookies
      })

    it('is set on the response to a declared action, however it is written', async () => {
      for (const path of ['/enter', '/by-hand', '/streamed'])
        expect(await cookiesOf(path)).toEqual([expect.stringMatching(OURS)])
    })

    it("is added to the host's own cookies", async () => {
      expect(await cookiesOf('/own')).toEqual(['sid=1; Path=/', 'theme=dark', expect.stringMatching(OURS)])
    })

    it('is never set on pages, on inferred actions, and on what a cache may keep', async () => {
      expect(await cookiesOf('/page', {}, 'GET')).toEqual([])
      expect(await cookiesOf('/login')).toEqual([])
      expect(await cookiesOf('/cached')).toEqual([])
    })

    it('waits for consent, or stays away altogether, where it is told so', async () => {
      expect(await cookiesOf('/enter', { cookie: 'after-consent' })).toEqual([])
      expect(await cookiesOf('/agreed', { cookie: 'after-consent' })).toEqual([expect.stringMatching(OURS)])
      expect(await cookiesOf('/enter', { cookie: 'off' })).toEqual([])
    })

    it('names the browser from the second request on, and is not set again', async () => {
      seen.length = 0
      await withApp(host, { guard: BASE, routes }, async ({ server }) => {
        const first = await send(server, { path: '/enter', json: {} })
        const second = await send(server, {
          path: '/enter',
          json: {},
          headers: { ...BROWSER, Cookie: cookieHeader(first) },
        })
        expect(second.setCookies).toEqual([])
      })
      const [before, after] = seen
      expect(after?.context.device_id).toMatch(/^[\w-]{22}$/)
      expect(after?.context.device_id).toBe(before?.context.device_id)
    })

    it('moves on with each success, and tells a copy that rested', async () => {
      seen.length = 0
      const succeed: Route = {
        method: 'POST',
        path: '/succeed',
        action: ['login'],
        async handle({ risk, reply }) {
          seen.push(risk)
          await risk.report({ result: 'success', user_id: 'u1' })
          await reply(200, {})
        },
      }
      const guard = { ...BASE, identify: () => ({ user: { claimed: 'ann' } }), policy: { thresholds: { deny: 100 } } }
      await withApp(host, { guard, routes: [succeed] }, async ({ server }) => {
        const visit = async (cookie: string) =>
          cookieHeader(await send(server, { path: '/succeed', json: {}, headers: { ...BROWSER, Cookie: cookie } }))
        const copied = await visit('')
        let own = copied
        for (let i = 0; i < 3; i++) {
          const next = await visit(own)
          expect(next).not.toBe(own)
          own = next
        }
        const fresh = await visit(copied)
        expect(fresh).toMatch(/^rg_d=/)
        await visit(own)
      })
      expect(new Set(seen.map(({ context }) => context.device_id)).size).toBe(1)
      expect(seen.map(({ reasons }) => reasons.includes('DEVICE_COOKIE_REUSED'))).toEqual([
        false,
        false,
        false,
        false,
        true,
        false,
      ])
    })

    it('is for HTTPS alone where a trusted proxy says that it is HTTPS', async () => {
      await withApp(host, { guard: BASE, routes }, async ({ server }) => {
        const headers = { ...BROWSER, 'X-Forwarded-For': '198.51.100.1', 'X-Forwarded-Proto': 'https' }
        const { setCookies } = await send(server, { path: '/enter', json: {}, headers })
        expect(setCookies).toEqual([expect.stringMatching(/^__Host-rg_d=.*; Secure$/)])
      })
    })
  })
}
