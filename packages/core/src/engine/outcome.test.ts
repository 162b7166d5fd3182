import { describe, expect, it } from '@jest/globals'
import type { ActionToken } from './action-token.js'
import { lessonOf, type Outcome } from './outcome.js'

const accepted = { standing: 'accepted', id: 'AAAAAAAAAAAA' } as const
const refused = { standing: 'refused' } as const

describe('a success teaches', () => {
  it.each<[string, ActionToken['recommended'], ActionToken['stepUp'], Outcome['challenge'], string]>([
    ['fully when it was allowed', 'allow', null, null, 'full'],
    ['fully when it was trusted', 'trust', null, null, 'full'],
    ['nothing after deny', 'deny', null, null, 'none'],
    ['nothing after deny, whatever token', 'deny', accepted, { type: 'second_factor', result: 'passed' }, 'none'],
    ['on probation when nobody applied the challenge', 'challenge', null, null, 'probation'],
    ['fully after a strong challenge', 'challenge', null, { type: 'second_factor', result: 'passed' }, 'full'],
    ['half after a weak one', 'challenge', null, { type: 'sms_verification', result: 'passed' }, 'half'],
    [
      'on probation after one that proves nothing',
      'challenge',
      null,
      { type: 'proof_of_work', result: 'passed' },
      'probation',
    ],
    [
      'on probation after one that does not exist',
      'challenge',
      null,
      { type: 'toString' as never, result: 'passed' },
      'probation',
    ],
    ['nothing when the challenge failed', 'allow', null, { type: 'second_factor', result: 'failed' }, 'none'],
    ['nothing when it was abandoned', 'challenge', null, { type: 'second_factor', result: 'abandoned' }, 'none'],
    [
      'as ever under a token that was accepted',
      'challenge',
      accepted,
      { type: 'second_factor', result: 'passed' },
      'full',
    ],
    [
      'on probation under one that was refused',
      'challenge',
      refused,
      { type: 'second_factor', result: 'passed' },
      'probation',
    ],
    ['on probation under one that was refused, allowed or not', 'allow', refused, null, 'probation'],
  ])('%s', (_, recommended, stepUp, challenge, lesson) => {
    expect(lessonOf({ recommended, stepUp }, { result: 'success', challenge: challenge ?? null })).toBe(lesson)
  })
})
