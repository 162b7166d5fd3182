import { describe, expect, test } from '@jest/globals'
import { createRiskEngine } from '@riskguard/core'
import { createVirtualClock, onClock } from './virtual-clock.js'

const SECRET = 'a secret of the tests, Kq7vW2xN9rT4bZ1m'

describe('createVirtualClock', () => {
  test('stands still until it is moved', () => {
    const clock = createVirtualClock(1_000)
    expect([clock.now(), clock.now()]).toEqual([1_000, 1_000])
    expect(clock.advance(500)).toBe(1_500)
    expect(clock.moveTo(9_000)).toBe(9_000)
    expect(clock.now()).toBe(9_000)
  })

  test('starts at a date', () => {
    expect(createVirtualClock('2026-03-01T00:00:00Z').now()).toBe(Date.UTC(2026, 2, 1))
  })

  test.each([
    () => createVirtualClock(5).moveTo(4),
    () => createVirtualClock(5).advance(-1),
    () => createVirtualClock(5).advance(Number.NaN),
    () => createVirtualClock('soon'),
  ])('time neither runs back nor becomes nonsense: %s', (act) => {
    expect(act).toThrow(RangeError)
  })
})

describe('onClock', () => {
  test('events happen at the clock’s time, and what was learned grows as old as the clock says', async () => {
    const clock = createVirtualClock()
    const engine = onClock(createRiskEngine({ secret: SECRET, clock: 'event' }), clock)
    const login = { action: 'login', ip: '198.51.100.7', device_id: 'laptop', user: { id: 'ada' } } as const
    for (let visit = 0; visit < 4; visit++) {
      const { context } = await engine.assess(login)
      expect(context.action_performed_at).toBe(clock.now())
      await engine.report(context.action_id, { result: 'success', user_id: 'ada' })
      clock.advance(3 * 86_400_000)
    }
    const assessment = await engine.assess(login)
    expect(assessment.reasons).toContain('PROFILE_DEVICE_FAMILIAR')
    await engine.close()
  })

  test('a time that the caller gives is kept', async () => {
    const engine = onClock(createRiskEngine({ secret: SECRET, clock: 'event' }), createVirtualClock())
    const at = Date.UTC(2026, 5, 1)
    expect((await engine.assess({ action: 'login', at })).context.action_performed_at).toBe(at)
    await engine.close()
  })
})
