import { describe, expect, it } from '@jest/globals'
import { type ActionToken, decodeActionToken, encodeActionToken } from './action-token.js'

const key = (letter: string) => letter.repeat(20)
const token: ActionToken = {
  id: 'AbCdEfGhIjKl',
  action: 'login',
  actionSource: 'inferred',
  atMs: 1_777_777_777_777,
  recommended: 'challenge',
  stepUp: null,
  profileBy: 'name',
  keys: { ip: key('A'), network: key('B'), device: key('C'), profile: key('D'), target: key('E') },
  members: { asn: 'aaaaaa', country: 'bbbbbb', browser: 'cccccc', model: 'dddddd', ua: 'eeeee-', build: '_fffff' },
  traits: {
    carries: 'none--',
    kind: 'relay-',
    platform: 'mobile',
    closeness: 7,
    major: 143,
    arrived: true,
    steps: [1, 0, 255, 130],
  },
  place: { lat: 48.21, lon: -16.37, accuracyKm: 20, anonymised: true },
}

describe('an action token', () => {
  it.each<[string, ActionToken['stepUp']]>([
    ['no challenge token', null],
    ['an accepted one', { standing: 'accepted', id: 'ZyXwVuTsRqPo' }],
    ['a refused one', { standing: 'refused' }],
  ])('with %s survives a round trip', (_, stepUp) => {
    for (const recommended of ['trust', 'allow', 'challenge', 'deny'] as const) {
      for (const actionSource of ['declared', 'inferred'] as const) {
        const profileBy = recommended === 'deny' ? 'id' : 'name'
        const given = { ...token, stepUp, profileBy, recommended, actionSource } as const
        expect(decodeActionToken(encodeActionToken(given))).toEqual(given)
      }
    }
  })
  it('of an action with a long name keeps within its size, and loses members rather than keys', () => {
    const given: ActionToken = {
      ...token,
      action: 'x'.repeat(32),
      stepUp: { standing: 'accepted', id: 'ZyXwVuTsRqPo' },
    }
    const bytes = encodeActionToken(given)
    expect(bytes.length).toBeLessThanOrEqual(163)
    expect(decodeActionToken(bytes)).toMatchObject({ action: given.action, stepUp: given.stepUp, keys: given.keys })
  })
  it('is nothing when it is cut short', () => {
    const bytes = encodeActionToken(token)
    for (let length = 0; length < bytes.length; length++)
      expect(decodeActionToken(bytes.subarray(0, length))).toBeNull()
  })
})
