import { expect, it } from '@jest/globals'
import { createRiskEngine } from '../engine.js'

it('a limit per person counts names that no account has alike, so that it tells nobody which names exist', async () => {
  const limit = { entity: 'profile', count: 2, windowMs: 60_000 } as const
  const engine = createRiskEngine({
    secret: 'correct-horse-battery-staple-0123456789',
    resolveUser: (name: string) => (name === 'nobody' ? null : name),
    policy: { rules: [{ name: 'two', actions: ['password_reset'], limit, recommend: 'deny' }] },
  })
  for (const claimed of ['ann', 'nobody']) {
    const rules: string[] = []
    for (let i = 0; i < 4; i++) {
      const { policy } = await engine.assess({ action: 'password_reset', ip: `203.0.113.${i}`, user: { claimed } })
      rules.push(policy.rule)
    }
    expect(rules).toEqual(['default', 'default', 'two', 'two'])
  }
})
