import { describe, expect, it } from '@jest/globals'
import type { Detector } from '../detectors/define-detector.js'
import type { Finding } from '../detectors/finding.js'
import { CLIENT_RELIEF_CAP, PRIOR_LOG_ODDS, scoreFindings, toPoints } from './score.js'

function finding(over: Partial<Detector>, strength = 1): Finding {
  const detector = { name: 'x', group: 'a', weight: { bot: 1 }, basis: 'attempt', ...over } as Detector
  return { detector, names: [], strength, data: {} }
}

describe('the score', () => {
  it('is 10 everywhere with no evidence', () => {
    expect(scoreFindings([], 'login')).toMatchObject({
      risk: 10,
      scores: { account_takeover: 10, account_abuse: 10, bot: 10 },
    })
  })
  it('reaches 50 with +2.2 log-odds and 90 with +4.4', () => {
    expect(toPoints(PRIOR_LOG_ODDS + Math.log(9))).toBe(50)
    expect(toPoints(PRIOR_LOG_ODDS + 2 * Math.log(9))).toBe(90)
  })
  it('does not depend on the order of the findings', () => {
    const findings = [
      finding({ weight: { bot: 0.3 } }),
      finding({ group: 'b', weight: { bot: 1.7 } }),
      finding({ weight: { bot: 0.9 } }),
      finding({ group: 'b', weight: { bot: -0.4 } }),
    ]
    const scores = [0, 1, 2, 3].map(
      (turn) => scoreFindings([...findings.slice(turn), ...findings.slice(0, turn)], 'login').logOdds.bot,
    )
    expect(new Set(scores).size).toBe(1)
  })
  it('counts the second of a group half and the third a quarter', () => {
    const { logOdds } = scoreFindings(
      [finding({ weight: { bot: 1 } }), finding({ weight: { bot: 4 } }), finding({ weight: { bot: 2 } })],
      'login',
    )
    expect(logOdds.bot - PRIOR_LOG_ODDS).toBeCloseTo(4 + 2 / 2 + 1 / 4, 12)
  })
  it('lets findings of other groups and of the other sign count whole', () => {
    const { logOdds } = scoreFindings(
      [finding({ weight: { bot: 2 } }), finding({ group: 'b', weight: { bot: 2 } }), finding({ weight: { bot: -1 } })],
      'login',
    )
    expect(logOdds.bot - PRIOR_LOG_ODDS).toBeCloseTo(3, 12)
  })
  it('lets what a client says of itself raise freely and lower only within the cap', () => {
    const good = [
      finding({ witness: 'client', group: 'a', weight: { bot: -2 } }),
      finding({ witness: 'client', group: 'b', weight: { bot: -3 } }),
    ]
    expect(scoreFindings(good, 'login').logOdds.bot).toBeCloseTo(PRIOR_LOG_ODDS - CLIENT_RELIEF_CAP, 12)
    expect(scoreFindings([finding({ witness: 'client', weight: { bot: 3 } })], 'login').logOdds.bot).toBeCloseTo(
      PRIOR_LOG_ODDS + 3,
      12,
    )
  })
  it('gives each finding the share that it added', () => {
    const { contributions, logOdds } = scoreFindings(
      [finding({ weight: { bot: 1 } }), finding({ weight: { bot: 2 } })],
      'login',
    )
    expect(contributions.reduce((sum, { logOdds: share }) => sum + share.bot, PRIOR_LOG_ODDS)).toBeCloseTo(
      logOdds.bot,
      12,
    )
  })
  it('takes the sub-score that matters to the action', () => {
    expect(scoreFindings([finding({ weight: { account_takeover: 5 } })], 'register').risk).toBe(10)
    expect(scoreFindings([finding({ weight: { account_takeover: 5 } })], 'login').risk).toBeGreaterThan(90)
  })
})
