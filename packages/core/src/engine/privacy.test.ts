import { describe, expect, it } from '@jest/globals'
import { createRiskEngine } from '../engine.js'

describe('erasing a person', () => {
  it('leaves what others said against the account and its devices, and nothing else', async () => {
    const engine = createRiskEngine({ secret: 'correct-horse-battery-staple-0123456789' })
    const login = { action: 'login', ip: '203.0.113.9', device_id: 'laptop', user: { claimed: 'mallory' } } as const
    const { context } = await engine.assess(login)
    await engine.report(context.action_id, { result: 'success', user_id: 'm1' })
    const source = 'manual_review'
    const account = { type: 'user_id', value: 'm1' } as const
    await engine.label({ type: 'confirmed_legit', subject: account, source: 'other' })
    await engine.label({ type: 'confirmed_fraud', subject: account, source })
    await engine.label({
      type: 'device_takeover',
      subject: { type: 'action_id', value: context.action_id },
      source,
      user_id: 'm1',
    })
    const before = await engine.export('m1')
    await engine.erase('m1')
    const after = await engine.export('m1')
    expect(after).toMatchObject({ devices: [], addresses: [], countries: [], browsers: [], last_place: null })
    expect(after.labels).toEqual(before.labels.filter(({ type }) => type === 'confirmed_fraud'))
    expect(after.tainted_devices).toEqual(before.tainted_devices)
    expect(after.tainted_devices).toHaveLength(1)
  })
  it('leaves nothing of a person of whom nothing bad was said', async () => {
    const engine = createRiskEngine({ secret: 'correct-horse-battery-staple-0123456789' })
    const { context } = await engine.assess({ action: 'login', ip: '203.0.113.9', user: { claimed: 'ann' } })
    await engine.report(context.action_id, { result: 'success', user_id: 'a1' })
    await engine.erase('a1')
    expect(
      Object.values(await engine.export('a1'))
        .flat()
        .filter((kept) => kept !== null),
    ).toEqual([])
  })
})
