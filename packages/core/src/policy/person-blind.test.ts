import { describe, expect, it } from '@jest/globals'
import type { Basis, Detector } from '../detectors/define-detector.js'
import { createPersonBlind, type Denial } from './person-blind.js'

const bases: readonly Basis[] = ['attempt', 'velocity', 'operator', 'history', 'context']
const detectors = bases.map((basis) => ({ name: basis, basis }) as Detector)

function stands(weights: Partial<Record<Basis, number>>, over: Partial<Denial> = {}, deny?: number): boolean {
  const policy = deny === undefined ? {} : { actions: { login: { deny } } }
  return createPersonBlind({ detectors, policy })({
    context: { action_type: 'login', claimed_user_id: 'ann' },
    policy: { rule: 'score' },
    evidence: Object.entries(weights).map(([detector, bot]) => ({
      detector,
      weight: { account_takeover: 0, account_abuse: 0, bot },
    })),
    ...over,
  })
}

describe('a denial by score of somebody who is only named', () => {
  it('stands for anybody when attempt, rate or operator alone reach the threshold', () => {
    for (const basis of ['attempt', 'velocity', 'operator'] as const) {
      expect(stands({ [basis]: 4.4 })).toBe(true)
      expect(stands({ [basis]: 4.38 })).toBe(false)
    }
    expect(stands({ attempt: 2.2, velocity: 2.2 })).toBe(true)
  })
  it('does not when what is known of the name tips it over', () => {
    expect(stands({ velocity: 4, history: 9 })).toBe(false)
    expect(stands({ velocity: 4, context: 9 })).toBe(false)
  })
  it('follows the threshold of the action', () => {
    expect(stands({ velocity: 4, history: 9 }, {}, 80)).toBe(true)
  })
})

describe('any other denial', () => {
  it('stands: of nobody named, by a list, by a rule', () => {
    const history = { history: 9 }
    expect(stands(history, { context: { action_type: 'checkout', claimed_user_id: null } })).toBe(true)
    expect(stands(history, { policy: { rule: 'list:deny' } })).toBe(true)
    expect(stands(history, { policy: { rule: 'operator-rule' } })).toBe(true)
  })
})
