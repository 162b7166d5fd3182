import { describe, expect, it } from '@jest/globals'
import type { ReasonDefinition } from './reasons.js'
import { reasonCategory, reasonNames, reasons } from './reasons.js'

const EXPECTED = [
  ...['ACTION_IS_LEGIT', 'ACTION_IS_SUSPECTED_FRAUD'],
  ...[
    'BEHAVIOR_BOT',
    'BEHAVIOR_BOT_TYPING',
    'BEHAVIOR_INHUMAN_INPUT',
    'BEHAVIOR_SUSPICIOUS_INPUT',
    'BEHAVIOR_SUSPICIOUS_MOVEMENT',
  ],
  ...[
    'DEVICE_BOT',
    'DEVICE_COOKIE_REUSED',
    'DEVICE_EMULATED_GPU',
    'DEVICE_EMULATOR',
    'DEVICE_HISTORY_SUSPICIOUS_FINGERPRINT',
  ],
  ...[
    'DEVICE_IMPOSSIBLE_TRAVEL',
    'DEVICE_INCOGNITO_BROWSER',
    'DEVICE_OLD_VERSION',
    'DEVICE_ORIGIN_ANOMALY',
    'DEVICE_PAYEE_VELOCITY',
  ],
  ...[
    'DEVICE_PAYER_VELOCITY',
    'DEVICE_PLATFORM_ANOMALY',
    'DEVICE_PLATFORM_AUTOMATION',
    'DEVICE_PRIVATE_BROWSER',
    'DEVICE_PROFILE_VELOCITY',
  ],
  ...[
    'DEVICE_RISKY_REPUTATION',
    'DEVICE_ROOTED',
    'DEVICE_SPOOFED',
    'DEVICE_SUSPECTED_BOT',
    'DEVICE_SUSPICIOUS_CPU_CORE',
  ],
  ...[
    'DEVICE_SUSPICIOUS_DISPLAY',
    'DEVICE_SUSPICIOUS_LANGUAGE',
    'DEVICE_SUSPICIOUS_NETWORK',
    'DEVICE_SUSPICIOUS_PLATFORM',
  ],
  ...[
    'DEVICE_SUSPICIOUS_TIMEZONE',
    'DEVICE_SUSPICIOUS_USERAGENT',
    'DEVICE_SUSPICIOUS_VELOCITY',
    'DEVICE_TAKEOVER',
    'DEVICE_TAMPERED',
    'DEVICE_VM',
  ],
  ...[
    'IP_ACTION_VELOCITY',
    'IP_COUNTRY_BLOCKED',
    'IP_IS_BIZ',
    'IP_IS_GOV',
    'IP_IS_MIL',
    'IP_IS_VPN',
    'IP_PAYER_VELOCITY',
  ],
  ...['IP_RISKY_ANONYMIZE', 'IP_RISKY_REPUTATION', 'IP_TRUSTED'],
  ...['PROFILE_ACTION_VELOCITY', 'PROFILE_ACTIVITY_ANOMALY', 'PROFILE_DEVICE_ANOMALY', 'PROFILE_DEVICE_FAMILIAR'],
  ...[
    'PROFILE_DEVICE_FAMILIAR_MODEL',
    'PROFILE_DEVICE_NEW',
    'PROFILE_DEVICE_VELOCITY',
    'PROFILE_FAMILIAR',
    'PROFILE_IMPOSSIBLE_TRAVEL',
  ],
  ...[
    'PROFILE_IP_FAMILIAR',
    'PROFILE_LOCATION_ANOMALY',
    'PROFILE_LOCATION_NEW',
    'PROFILE_NETWORK_ANOMALY',
    'PROFILE_TRUSTED',
  ],
  ...['USER_PROFILE_ANOMALY', 'USER_TRUSTED'],
]

describe('reasons', () => {
  it('are those of the documents, each once and no others', () => {
    expect([...reasonNames].sort()).toEqual(EXPECTED.sort())
  })

  it('are written in upper case', () => {
    for (const name of reasonNames) expect(name).toMatch(/^[A-Z]+(_[A-Z]+)+$/)
  })

  it.each([
    ['ACTION_IS_LEGIT', 'ACTION'],
    ['BEHAVIOR_BOT', 'BEHAVIOR'],
    ['DEVICE_PROFILE_VELOCITY', 'DEVICE'],
    ['IP_TRUSTED', 'IP'],
    ['PROFILE_DEVICE_NEW', 'PROFILE'],
    ['USER_PROFILE_ANOMALY', 'USER'],
  ] as const)('take their category from their first word: %s is about %s', (reason, category) => {
    expect(reasonCategory(reason)).toBe(category)
  })

  it('hold on every platform, save those that only a mobile app can attest', () => {
    const restricted = reasonNames.filter((name) => (reasons[name] as ReasonDefinition).platforms !== undefined)
    expect(restricted.sort()).toEqual(['DEVICE_ROOTED', 'DEVICE_TAMPERED'])
    for (const name of restricted) expect((reasons[name] as ReasonDefinition).platforms).toEqual(['android', 'ios'])
  })

  it('speak of the device in DEVICE_IMPOSSIBLE_TRAVEL and of the user in PROFILE_IMPOSSIBLE_TRAVEL', () => {
    expect(reasons.DEVICE_IMPOSSIBLE_TRAVEL.description).toMatch(/^The device /)
    expect(reasons.PROFILE_IMPOSSIBLE_TRAVEL.description).toMatch(/^The user /)
  })
})
