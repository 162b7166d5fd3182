import { describe, expect, it } from '@jest/globals'
import type { Basis, Detector } from '../detectors/define-detector.js'
import type { Finding } from '../detectors/finding.js'
import { scoreFindings } from '../score/score.js'
import { createPolicy, type PolicyInput, type PolicyOptions } from './policy.js'

function finding(basis: Basis, weight: number, names: Finding['names'] = []): Finding {
  const detector = { name: basis, group: basis, weight: { bot: weight }, basis } as Detector
  return { detector, names, strength: 1, data: {} }
}

function decide(findings: Finding[], over: Partial<PolicyInput> = {}, options: PolicyOptions = {}) {
  return createPolicy(options).decide({
    action: 'login',
    findings,
    score: scoreFindings(findings, 'login'),
    listHits: [],
    exceeded: new Set(),
    goodUsersOnAddress: 0,
    ...over,
  })
}

describe('thresholds', () => {
  it('allow below 50, challenge from 50, deny from 90', () => {
    expect(decide([finding('attempt', 2.19)]).type).toBe('allow')
    expect(decide([finding('attempt', 2.2)]).type).toBe('challenge')
    expect(decide([finding('attempt', 4.38)]).type).toBe('challenge')
    expect(decide([finding('attempt', 4.4)]).type).toBe('deny')
  })
  it('can be set for all actions and for one', () => {
    const options = { thresholds: { challenge: 80 }, actions: { login: { challenge: 30 } } }
    expect(decide([finding('attempt', 1.5)], {}, options).type).toBe('challenge')
    expect(decide([finding('attempt', 1.5)], { action: 'checkout' }, options).type).toBe('allow')
  })
})

describe('what may deny', () => {
  it('is never history alone', () => {
    expect(decide([finding('history', 9)]).type).toBe('challenge')
    expect(decide([finding('context', 9)]).type).toBe('challenge')
  })
  it('is velocity, but on an address of ten good users only with evidence of the attempt', () => {
    expect(decide([finding('velocity', 9)]).type).toBe('deny')
    expect(decide([finding('velocity', 9)], { goodUsersOnAddress: 10 }).type).toBe('challenge')
    expect(decide([finding('velocity', 9), finding('attempt', 2.2)], { goodUsersOnAddress: 10 }).type).toBe('deny')
  })
  it('is much history, context or shared velocity only beside accusers that ask for a challenge by themselves', () => {
    for (const accuser of ['attempt', 'velocity', 'operator'] as const) {
      expect(decide([finding('history', 9), finding(accuser, 0.1)]).type).toBe('challenge')
      expect(decide([finding('history', 9), finding(accuser, 2.19)]).type).toBe('challenge')
      expect(decide([finding('history', 9), finding(accuser, 2.2)]).type).toBe('deny')
    }
    expect(decide([finding('context', 9), finding('attempt', 2.19)]).type).toBe('challenge')
    expect(decide([finding('velocity', 9), finding('attempt', 0.1)], { goodUsersOnAddress: 10 }).type).toBe('challenge')
  })
  it('follows the challenge threshold of the action, and adds accusers up', () => {
    const findings = [finding('history', 9), finding('attempt', 1.5), finding('velocity', 1.5)]
    expect(decide(findings).type).toBe('deny')
    expect(decide(findings, {}, { actions: { login: { challenge: 80 } } }).type).toBe('challenge')
  })
})

describe('lists', () => {
  it('beat rules, and rules beat the score', () => {
    const rules = [{ name: 'all', recommend: 'challenge' as const }]
    expect(decide([], { listHits: [{ list: 'deny', subject: 'ip', name: null }] }, { rules }).rule).toBe('list:deny')
    expect(decide([finding('attempt', 9)], {}, { rules })).toMatchObject({ type: 'challenge', rule: 'all' })
  })
  it('allow a friend, but not with a forged token', () => {
    const listHits = [{ list: 'allow' as const, subject: 'user' as const, name: null }]
    expect(decide([finding('attempt', 9)], { listHits }).type).toBe('allow')
    expect(decide([finding('attempt', 9, ['MCPS-3000'])], { listHits }).type).toBe('deny')
  })
})

describe('a listed friend', () => {
  const listHits = [{ list: 'allow' as const, subject: 'user' as const, name: null }]
  it('is let in although a count makes the device look copied, and not when this attempt proves it', () => {
    expect(decide([finding('velocity', 9, ['DEVICE_COOKIE_REUSED'])], { listHits }).rule).toBe('list:allow')
    expect(decide([finding('attempt', 9, ['DEVICE_COOKIE_REUSED'])], { listHits }).type).toBe('deny')
  })
})

describe('rules', () => {
  it('match in order of priority, then in the order given', () => {
    const rules = [
      { name: 'late', recommend: 'deny' as const },
      { name: 'early', priority: 5, recommend: 'challenge' as const },
    ]
    expect(decide([], {}, { rules }).rule).toBe('early')
  })
  it('fire on names, on a score and on an exceeded limit, and only for their actions', () => {
    const raised = finding('attempt', 0.1, ['IP_IS_VPN'])
    expect(
      decide([raised], {}, { rules: [{ name: 'vpn', anyOf: ['IP_IS_VPN', 'tor_exit'], recommend: 'challenge' }] }).rule,
    ).toBe('vpn')
    expect(
      decide([raised], {}, { rules: [{ name: 'both', allOf: ['IP_IS_VPN', 'tor_exit'], recommend: 'challenge' }] })
        .rule,
    ).toBe('default')
    expect(decide([], {}, { rules: [{ name: 'score', scoreAtLeast: 10, recommend: 'challenge' }] }).rule).toBe('score')
    const limit = { entity: 'ip' as const, count: 1, windowMs: 1000 }
    expect(
      decide([], { exceeded: new Set(['limit']) }, { rules: [{ name: 'limit', limit, recommend: 'deny' }] }).type,
    ).toBe('deny')
    expect(decide([], {}, { rules: [{ name: 'limit', limit, recommend: 'deny' }] }).type).toBe('allow')
    expect(decide([], {}, { rules: [{ name: 'shop', actions: ['checkout'], recommend: 'deny' }] }).type).toBe('allow')
  })
  it('never challenge an action that has no challenge', () => {
    expect(decide([], { action: 'logout' }, { rules: [{ name: 'all', recommend: 'challenge' }] }).type).toBe('allow')
  })
})

describe('trust', () => {
  const trusted = finding('history', -1, ['PROFILE_TRUSTED'])
  it('needs a trusted profile and a low score', () => {
    expect(decide([trusted]).type).toBe('trust')
    expect(decide([finding('history', -1)]).type).toBe('allow')
    expect(decide([trusted, finding('attempt', 1.5)]).type).toBe('allow')
  })
  it('is never given for register or password_reset', () => {
    expect(decide([trusted], { action: 'register' }).type).toBe('allow')
    expect(decide([trusted], { action: 'password_reset' }).type).toBe('allow')
  })
})
