import { describe, expect, it } from '@jest/globals'
import { actionDefinition, actionNames, actions, isBuiltInAction } from './actions.js'
import { challengeNames, challenges } from './challenges.js'

describe('actions', () => {
  it('are those of the documents and no others', () => {
    expect([...actionNames].sort()).toEqual(
      [
        ...['login', 'register', 'transaction', 'checkout', 'password_reset', 'logout'],
        ...['account_details_change', 'account_auth_change', 'withdraw', 'credits_change'],
      ].sort(),
    )
  })

  it('never earn trust where nobody can be known yet: register and password_reset', () => {
    expect(actionNames.filter((name) => !actions[name].mayTrust).sort()).toEqual(['password_reset', 'register'])
  })

  it('offer the challenge that suits them best first', () => {
    expect(actions.login.challenges).toEqual(['second_factor'])
    expect(actions.register.challenges).toEqual(['id_verification', 'manual_review'])
    expect(actions.password_reset.challenges).toEqual(['email_verification', 'sms_verification', 'call_center'])
    expect(actions.checkout.challenges[0]).toBe('second_factor')
    expect([...actions.checkout.challenges].sort()).toEqual([
      'id_verification',
      'manual_review',
      'reenter_cvv',
      'revoke_payment_method',
      'second_factor',
      'three_d_secure',
    ])
  })

  it.each(['transaction', 'withdraw', 'credits_change'] as const)('challenge %s like a checkout', (name) => {
    expect(actions[name].challenges).toEqual(actions.checkout.challenges)
  })

  it.each(['account_details_change', 'account_auth_change'] as const)('challenge %s like a login', (name) => {
    expect(actions[name].challenges).toEqual(actions.login.challenges)
  })

  it('never challenge somebody who wants to leave', () => {
    expect(actions.logout.challenges).toEqual([])
  })

  it('may be declared under names of the host, also such that every object inherits', () => {
    for (const name of ['newsletter_signup', 'constructor', '__proto__', 'toString', 'LOGIN']) {
      expect(isBuiltInAction(name)).toBe(false)
      expect(actionDefinition(name)).toMatchObject({ mayTrust: true, challenges: ['second_factor'] })
    }
    expect(actionDefinition('register')).toBe(actions.register)
  })
})

describe('challenges', () => {
  it('are those of the documents, and our puzzle for requests that name no account', () => {
    expect([...challengeNames].sort()).toEqual(
      [
        ...[
          'second_factor',
          'id_verification',
          'manual_review',
          'reenter_cvv',
          'three_d_secure',
          'revoke_payment_method',
        ],
        ...['email_verification', 'sms_verification', 'call_center', 'proof_of_work'],
      ].sort(),
    )
  })

  it('teach as much as passing them proves about the person', () => {
    const teaching = (how: string) => challengeNames.filter((name) => challenges[name].teaches === how).sort()
    expect(teaching('full')).toEqual(['id_verification', 'manual_review', 'second_factor', 'three_d_secure'])
    expect(teaching('half')).toEqual(['call_center', 'email_verification', 'reenter_cvv', 'sms_verification'])
    expect(teaching('none')).toEqual(['proof_of_work', 'revoke_payment_method'])
  })

  it('never make a host solve puzzles where an account is named', () => {
    for (const name of actionNames) expect(actions[name].challenges).not.toContain('proof_of_work')
  })
})
