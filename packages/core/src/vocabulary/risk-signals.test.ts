import { describe, expect, it } from '@jest/globals'
import { inputMethodNames, type RiskSignals, riskSignals } from './risk-signals.js'

describe('risk signals', () => {
  it('form the tree of the documents', () => {
    const shape = Object.entries(riskSignals).map(([branch, leaves]) => [branch, Object.keys(leaves)])
    expect(shape).toEqual([
      ['device', ['incognito', 'tampered', 'emulated', 'spoofed', 'tz_mismatch']],
      ['network', ['vpn', 'tor', 'hosting', 'proxy', 'anonymizer']],
      ['behavior', ['typing_velocity', 'input_method', 'no_user_interaction']],
    ])
  })

  it('name five ways to fill a field', () => {
    expect(inputMethodNames).toEqual([
      'is_typing',
      'is_paste',
      'is_password_manager',
      'is_autocomplete',
      'is_insert_from_drop',
    ])
  })

  it('have a type that admits values of the documented kind, and null for unknown', () => {
    const example = {
      device: { incognito: false, tampered: null, emulated: true, spoofed: false, tz_mismatch: true },
      network: { vpn: false, tor: true, hosting: false, proxy: true, anonymizer: null },
      behavior: { typing_velocity: 0.867, input_method: ['is_paste'], no_user_interaction: true },
    } as const satisfies RiskSignals
    expect(Object.keys(example)).toEqual(Object.keys(riskSignals))
  })
})
