import { connect } from 'node:net'
import { describe, expect, it } from '@jest/globals'
import type { RiskOptions } from '@riskguard/core'
import { portOf, send } from '../client.js'
import type { Host, Route } from '../host.js'
import { BASE, listeningEngine, settle, type Told, until, withApp } from '../use.js'

export function describeOutcomes(host: Host): void {
  describe('what an outcome is learned from', () => {
    async function learn(
      route: Omit<Route, 'method' | 'path'>,
      options: RiskOptions<never, never> = {},
    ): Promise<{ told: Told[]; status: number }> {
      const { engine, told } = listeningEngine({ ...BASE, ...options })
      const routes: Route[] = [{ action: ['login'], ...route, method: 'POST', path: '/go' }]
      const status = await withApp(host, { guard: { engine }, routes }, async ({ server }) => {
        const received = await send(server, { path: '/go', json: {} })
        await settle()
        return received.status
      })
      return { told, status }
    }

    it.each([400, 401, 403, 422, 429])('infers a failure from the host status %i', async (status) => {
      const { told } = await learn({ handle: ({ reply }) => reply(status) })
      expect(told).toEqual([{ result: 'failure', source: 'inferred', user_id: null }])
    })

    it.each([200, 204, 302, 404, 500])('learns nothing from the status %i', async (status) => {
      const { told } = await learn({ handle: ({ reply }) => reply(status) })
      expect(told).toEqual([])
    })

    it('takes the explicit report, whatever the status says', async () => {
      const { told } = await learn({
        async handle({ risk, reply }) {
          await risk.report({ result: 'success', user_id: 'u1' })
          await reply(401)
        },
      })
      expect(told).toEqual([{ result: 'success', source: 'explicit', user_id: 'u1' }])
    })

    it('asks the outcome hook for the response as it was sent', async () => {
      const { told } = await learn(
        { handle: ({ reply }) => reply(200) },
        {
          outcome: (_request, response) => {
            const { statusCode, status } = response as { statusCode?: number; status?: number }
            return (statusCode ?? status) === 200 ? { result: 'success', user_id: 'u2' } : null
          },
        },
      )
      expect(told).toEqual([{ result: 'success', source: 'explicit', user_id: 'u2' }])
    })

    it('sees a success where the session knows the person only after the handler', async () => {
      let session: string | null = null
      const { told } = await learn(
        {
          handle({ reply }) {
            session = 'u3'
            return reply(302)
          },
        },
        { identify: () => ({ user: { id: session } }) },
      )
      expect(told).toEqual([{ result: 'success', source: 'explicit', user_id: 'u3' }])
    })

    it('sees no success in a session that was there before', async () => {
      const { told } = await learn({ handle: ({ reply }) => reply(200) }, { identify: () => ({ user: { id: 'u4' } }) })
      expect(told).toEqual([])
    })

    it('infers a failure where a guard after us refuses', async () => {
      const { told, status } = await learn({ isRefused: true, handle: ({ reply }) => reply(200) })
      expect(status).toBe(401)
      expect(told).toEqual([{ result: 'failure', source: 'inferred', user_id: null }])
    })

    it('reads the status that the error handling made of it', async () => {
      const { told, status } = await learn({
        isRewritten: true,
        handle() {
          throw new Error('no such account')
        },
      })
      expect(status).toBe(422)
      expect(told).toEqual([{ result: 'failure', source: 'inferred', user_id: null }])
    })

    it('reads the status of a response that was written by hand', async () => {
      const { told, status } = await learn({ handle: ({ hijack }) => hijack(403, 'no') })
      expect(status).toBe(403)
      expect(told).toEqual([{ result: 'failure', source: 'inferred', user_id: null }])
    })

    it('learns nothing from an inferred action that fails', async () => {
      const { engine, told, assessed } = listeningEngine(BASE)
      const routes: Route[] = [{ method: 'POST', path: '/login', handle: ({ reply }) => reply(401) }]
      await withApp(host, { guard: { engine }, routes }, async ({ server }) => {
        await send(server, { path: '/login', json: {} })
        await settle()
      })
      expect(assessed).toEqual(['inferred login'])
      expect(told).toEqual([])
    })

    it('learns nothing from a request that is aborted, and goes on', async () => {
      const { engine, told, assessed } = listeningEngine(BASE)
      let arrived = 0
      let release: () => void = () => undefined
      const held = new Promise<void>((resolve) => {
        release = resolve
      })
      const routes: Route[] = [
        {
          method: 'POST',
          path: '/go',
          action: ['login'],
          async handle({ reply }) {
            arrived++
            await held
            await reply(401)
          },
        },
      ]
      await withApp(host, { guard: { engine }, routes }, async ({ server }) => {
        const sockets = Array.from({ length: 20 }, () => connect(portOf(server), '127.0.0.1'))
        for (const socket of sockets)
          socket.write('POST /go HTTP/1.1\r\nHost: shop.example\r\nContent-Length: 0\r\n\r\n')
        await until(() => arrived === 20)
        for (const socket of sockets) socket.destroy()
        await settle()
        release()
        await settle()
        expect(told).toEqual([])
        await send(server, { path: '/go', json: {} })
        await until(() => told.length === 1)
        expect(assessed).toHaveLength(21)
      })
    })
  })
}
