import { describe, expect, it } from '@jest/globals'
import { describeGiven, isRiskError, RiskError } from './errors.js'

describe('RiskError', () => {
  it('carries its code, name, message and cause', () => {
    const cause = new Error('below')
    const error = new RiskError('RG_CIDR_INVALID', 'given x, expected y', { cause })
    expect(error).toMatchObject({ name: 'RiskError', code: 'RG_CIDR_INVALID', message: 'given x, expected y', cause })
    expect(error).toBeInstanceOf(Error)
  })

  it('is recognised by its brand, also when another copy of the package made it', () => {
    const foreign = Object.assign(new Error('from the CJS build'), {
      [Symbol.for('riskguard.error')]: true,
      code: 'RG_STORE',
    })
    expect(isRiskError(new RiskError('RG_UNIT', 'm'))).toBe(true)
    expect(isRiskError(foreign)).toBe(true)
  })

  it.each([[new Error('plain')], [null], [undefined], ['RG_UNIT'], [{ code: 'RG_UNIT' }]])(
    'does not take %p for one',
    (value) => {
      expect(isRiskError(value)).toBe(false)
    },
  )
})

describe('describeGiven', () => {
  it('quotes text on one line and shortens it', () => {
    expect(describeGiven('a\nb')).toBe('"a\\nb"')
    expect(describeGiven('x'.repeat(500))).toHaveLength(81)
  })

  it('survives values that refuse to be shown', () => {
    const cycle: { self?: unknown } = {}
    cycle.self = cycle
    expect(describeGiven(cycle)).toBe('a value of type object')
    expect(describeGiven(Symbol('s'))).toBe('Symbol(s)')
    expect(describeGiven(Object.create(null))).toBe('{}')
    expect(describeGiven(10n)).toBe('10')
    expect(describeGiven(undefined)).toBe('undefined')
  })
})
