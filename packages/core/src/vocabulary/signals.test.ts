import { describe, expect, it } from '@jest/globals'
import { signalNames, signals } from './signals.js'

const EXPECTED = {
  scripted: [
    'bot_behavior',
    'credential_stuffing',
    'generated_email',
    'high_activity_account',
    'high_activity_device',
    'high_activity_ip',
  ],
  anomalous: ['impossible_travel', 'multiple_accounts_per_device'],
  device: ['http_client_library', 'web_crawler', 'spoofed_device', 'missing_device_data', 'invalid_device_data'],
  email: ['disposable_email_domain', 'invalid_email', 'low_quality_email'],
  network: ['vpn_ip', 'datacenter_ip', 'proxy_ip', 'tor_exit'],
} as const

describe('signals', () => {
  it.each(Object.entries(EXPECTED))('of the group "%s" are those of the documents and no others', (group, names) => {
    expect(signalNames.filter((name) => signals[name].group === group)).toEqual(names)
  })

  it('are all in one of the groups', () => {
    expect(signalNames).toHaveLength(Object.values(EXPECTED).flat().length)
  })

  it('are written in lower case', () => {
    for (const name of signalNames) expect(name).toMatch(/^[a-z]+(_[a-z]+)+$/)
  })

  it('have the rotated device rows put right', () => {
    expect(signals.http_client_library.description).toMatch(/library|command-line/)
    expect(signals.web_crawler.description).toMatch(/crawls/)
    expect(signals.spoofed_device.description).toMatch(/invented or altered/)
  })
})
