import { describe, expect, it } from '@jest/globals'
import { featureRatio, globalProbability, IP_WEIGHTS, priorRatio, type SubFeature, UA_WEIGHTS } from './freeman.js'

/** A person of ten successes in an app of a hundred, which has seen 3 countries, 7 operators. */
const part = (weight: number, own: number, count: number, unseen: number): SubFeature => ({
  weight,
  own: { count: own, successes: 10 },
  everybody: { count, successes: 100, unseen },
})
const network = [
  part(IP_WEIGHTS.ip, 4, 5, 7 + 3 + 1),
  part(IP_WEIGHTS.asn, 8, 30, 3 + 1),
  part(IP_WEIGHTS.country, 10, 60, 1),
]
/** 2 kinds of machine, 5 systems, 9 browsers; nobody ever showed this user agent. */
const device = [
  part(UA_WEIGHTS.ua, 0, 0, 9 + 5 + 2 + 1),
  part(UA_WEIGHTS.build, 3, 12, 5 + 2 + 1),
  part(UA_WEIGHTS.system, 6, 25, 2 + 1),
  part(UA_WEIGHTS.platform, 9, 70, 1),
]

const NETWORK = 0.2982266019992206
const DEVICE = 0.4224017846537953
const WHOLE = 0.0629857244578539

describe('the published likelihood ratio, worked out by hand in exact fractions', () => {
  it('smooths the probabilities of everybody', () => {
    expect(globalProbability(5, 100, 11)).toBeCloseTo(5 / 111, 15)
    expect(globalProbability(0, 100, 11)).toBeCloseTo(1 / 111, 15)
  })
  it('gives the ratio of the network', () => expect(featureRatio(network)).toBeCloseTo(NETWORK, 12))
  it('gives the ratio of the device', () => expect(featureRatio(device)).toBeCloseTo(DEVICE, 12))
  it('gives the whole score with both priors', () => {
    const prior = priorRatio({ users: 20, ownSuccesses: 10, successes: 100 })
    expect(prior).toBeCloseTo(0.5, 15)
    expect(featureRatio(network) * featureRatio(device) * prior).toBeCloseTo(WHOLE, 12)
  })
  it('takes somebody who never showed a value for a quarter as likely as everybody', () => {
    expect(featureRatio([part(0.6, 0, 0, 11), part(0.4, 0, 30, 4)])).toBe(4)
  })
})
