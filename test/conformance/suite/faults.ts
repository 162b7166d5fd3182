import { describe, expect, it } from '@jest/globals'
import { createMemoryStore, type RiskOptions, type StorePort } from '@riskguard/core'
import type { Risk } from '@riskguard/core/adapter'
import { send } from '../client.js'
import type { Host, Route } from '../host.js'
import { BASE, withApp } from '../use.js'

const never = () => new Promise<never>(() => undefined)
const reject = async () => {
  throw new Error('the host failed')
}
const throwing = () => {
  throw new Error('the host failed')
}

export function describeFaults(host: Host): void {
  describe('when something fails', () => {
    const HOOKS: Readonly<Record<string, RiskOptions<never, never>>> = {
      'identify throws': { identify: throwing },
      'identify rejects': { identify: reject },
      'identify hangs': { identify: never },
      'identify gives nonsense': { identify: (() => 42) as never },
      'resolveUser rejects': { resolveUser: reject, identify: () => ({ user: { claimed: 'ann' } }) },
      'resolveUser hangs': { resolveUser: never, identify: () => ({ user: { claimed: 'ann' } }) },
      'both hooks and the store hang': {
        resolveUser: never,
        identify: never,
        store: brokenStore(never),
      },
      'outcome throws': { outcome: throwing },
      'outcome rejects': { outcome: reject },
      'outcome hangs': { outcome: never },
      'the kill switch throws': { enabled: throwing },
      'the store throws': { store: brokenStore(throwing) },
      'the store rejects': { store: brokenStore(reject) },
      'the store hangs': { store: brokenStore(never) },
      'the logger throws': {
        identify: throwing,
        observe: { logger: { info: throwing, warn: throwing, error: throwing } },
      },
    }

    async function statusWith(
      options: RiskOptions<never, never>,
    ): Promise<{ status: number; text: string; times: number; risk: Risk | undefined }> {
      let times = 0
      let risk: Risk | undefined
      const routes: Route[] = [
        {
          method: 'POST',
          path: '/enter',
          action: ['login'],
          handle(call) {
            times++
            risk = call.risk
            return call.reply(201, { ok: true })
          },
        },
      ]
      const { status, text } = await withApp(host, { guard: { ...BASE, ...options }, routes }, ({ server }) =>
        send(server, { path: '/enter', json: {} }),
      )
      return { status, text, times, risk }
    }

    it.each(Object.keys(HOOKS))('the host answers as if we were not there: %s', async (name) => {
      const { status, text, times, risk } = await statusWith(HOOKS[name] as RiskOptions<never, never>)
      expect({ status, text, times }).toEqual({ status: 201, text: '{"ok":true}', times: 1 })
      expect(['allow', 'challenge']).toContain(risk?.recommendation.type)
    })

    it('says on the assessment that the history was out of reach', async () => {
      const { risk } = await statusWith({ store: brokenStore(reject) })
      expect(risk?.degraded).not.toBeNull()
    })

    it.each(['identify rejects', 'identify hangs', 'resolveUser hangs', 'resolveUser rejects'])(
      'says so on the assessment: %s',
      async (name) => {
        const { risk } = await statusWith(HOOKS[name] as RiskOptions<never, never>)
        expect(risk?.degraded?.reason).toBe(name.startsWith('identify') ? 'identify' : 'resolve_user')
      },
    )

    it('takes a report that makes no sense without rejecting', async () => {
      const routes: Route[] = [
        {
          method: 'POST',
          path: '/enter',
          action: ['login'],
          async handle({ risk, reply }) {
            await reply(200, { receipt: await risk.report({ result: 'splendid' } as never) })
          },
        },
      ]
      const { status, text } = await withApp(host, { guard: BASE, routes }, ({ server }) =>
        send(server, { path: '/enter', json: {} }),
      )
      expect({ status, text }).toEqual({ status: 200, text: '{"receipt":"noted"}' })
    })

    it('refuses unknown options at construction', async () => {
      await expect(async () => host.start({ guard: { mod: 'enforce' } as never, routes: [] })).rejects.toMatchObject({
        code: 'RG_OPTION_UNKNOWN',
      })
    })
  })
}

function brokenStore(touch: () => never | Promise<never>): StorePort {
  return { ...createMemoryStore(), kind: 'redis', touch: touch as never }
}
