import { expect, it } from '@jest/globals'
import type { Risk } from '@riskguard/core/adapter'
import { BROWSER, send } from '../client.js'
import type { Host, Route } from '../host.js'
import { nodeHost } from '../hosts/node.js'
import { BASE, claimedFromBody, listeningEngine, until, withApp } from '../use.js'

const STUFFER = { 'User-Agent': 'python-requests/2.32.3', 'Accept-Encoding': 'gzip', Accept: '*/*' }

interface Step {
  readonly path: string
  readonly from: string
  readonly email: string
  readonly password: 'right' | 'wrong'
  readonly client?: Readonly<Record<string, string>>
}

const steps: readonly Step[] = [
  { path: '/login', from: '198.51.100.7', email: 'ann@example.com', password: 'right' },
  { path: '/login', from: '198.51.100.7', email: 'Ann@Example.com', password: 'wrong' },
  { path: '/login', from: '198.51.100.7', email: 'ann@example.com', password: 'right' },
  ...Array.from(
    { length: 14 },
    (_, i): Step => ({
      path: '/login',
      from: '203.0.113.66',
      email: `victim${i}@example.com`,
      password: 'wrong',
      client: STUFFER,
    }),
  ),
  { path: '/pay?voucher=1', from: '203.0.113.66', email: 'ann@example.com', password: 'wrong', client: STUFFER },
  { path: '/register', from: '2001:db8:1::5', email: 'new@example.com', password: 'right' },
  { path: '/pay', from: '198.51.100.7', email: 'ann@example.com', password: 'right' },
]

/** What an assessment says, without what is random or the time of day. */
function essence({ recommendation, context, id: _id, issued_at: _at, ...rest }: Risk): object {
  const { action_id: _handle, action_performed_at: _performed, device_id, ...known } = context
  return {
    ...rest,
    recommendation: { ...recommendation, challenge_token: typeof recommendation.challenge_token },
    context: { ...known, device_id: typeof device_id },
  }
}

async function decide(host: Host): Promise<object[]> {
  const decided: object[] = []
  const handle: Route['handle'] = async ({ risk, body, reply }) => {
    decided.push(essence(risk))
    const isRight = body?.['password'] === 'right'
    if (isRight) await risk.report({ result: 'success', user_id: String(body?.['email']).toLowerCase() })
    await reply(isRight ? 200 : 401, { ok: isRight })
  }
  const routes: Route[] = [
    { method: 'POST', path: '/login', action: ['login'], handle },
    { method: 'POST', path: '/register', handle },
    { method: 'POST', path: '/pay', handle },
  ]
  const { engine, told } = listeningEngine({
    ...BASE,
    identify: claimedFromBody,
    actions: { 'POST /shop/pay': 'checkout' },
    infer: 'on',
  })
  await withApp(host, { guard: { engine }, routes, prefix: '/shop' }, async ({ server }) => {
    for (const { path, from, email, password, client = BROWSER } of steps) {
      await send(server, {
        path: `/shop${path}`,
        headers: { Host: 'shop.example', ...client, 'X-Forwarded-For': from },
        json: { email, password },
      })
      // Every step has an outcome, told or inferred; the next one builds on it.
      await until(() => told.length === decided.length)
    }
  })
  return decided
}

export function describeDecisions(host: Host): void {
  it('decides as the door does without any framework, request by request', async () => {
    const expected = await decide(nodeHost)
    expect(expected).toHaveLength(steps.length)
    expect(new Set(expected.map((one) => JSON.stringify((one as Risk).reasons))).size).toBeGreaterThan(1)
    expect(await decide(host)).toEqual(expected)
  })
}
