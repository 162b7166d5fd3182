import type { KnownBy } from './known-by.js'

/** What a signal is about. */
export type SignalGroup = 'scripted' | 'anomalous' | 'device' | 'email' | 'network'

/** What the vocabulary says about a signal. */
export interface SignalDefinition {
  readonly description: string
  readonly group: SignalGroup
  readonly knownBy: readonly KnownBy[]
}

/** Every signal: one discrete observation each, where a reason may weigh several. */
export const signals = {
  bot_behavior: {
    description: 'The evidence as a whole says that a program is acting, be it for harm or only to test your pages.',
    group: 'scripted',
    knownBy: ['headers', 'history', 'collector'],
  },
  credential_stuffing: {
    description:
      'Stolen pairs of names and passwords are being tried out: many different accounts fail, each once or twice.',
    group: 'scripted',
    knownBy: ['history', 'outcomes', 'app'],
  },
  generated_email: {
    description: 'The mail address is random, or follows a pattern that many new accounts have followed lately.',
    group: 'scripted',
    knownBy: ['app', 'history'],
  },
  high_activity_account: {
    description: 'The account is suddenly much busier than accounts here, and this one, usually are.',
    group: 'scripted',
    knownBy: ['history', 'app'],
  },
  high_activity_device: {
    description: 'The device is suddenly much busier than devices here, and this one, usually are.',
    group: 'scripted',
    knownBy: ['history', 'server'],
  },
  high_activity_ip: {
    description: 'The address is suddenly much busier than addresses here, and this one, usually are.',
    group: 'scripted',
    knownBy: ['history', 'server'],
  },
  impossible_travel: {
    description: 'Two places lie too far apart for the time between the two events.',
    group: 'anomalous',
    knownBy: ['network', 'history', 'outcomes'],
  },
  multiple_accounts_per_device: {
    description: 'Several accounts were used on the same device.',
    group: 'anomalous',
    knownBy: ['history', 'app'],
  },
  http_client_library: {
    description: 'The request comes from a programming library or a command-line tool instead of a browser.',
    group: 'device',
    knownBy: ['headers'],
  },
  web_crawler: {
    description: 'The client says that it crawls the web for a search index, which nobody does who is signed in.',
    group: 'device',
    knownBy: ['headers', 'network'],
  },
  spoofed_device: {
    description: 'The traits of the device are invented or altered, by an emulator or just by another User-Agent.',
    group: 'device',
    knownBy: ['collector', 'headers'],
  },
  missing_device_data: {
    description:
      'The page should have sent what its collector saw, and nothing came; a broken integration looks alike.',
    group: 'device',
    knownBy: ['collector', 'server', 'operator'],
  },
  invalid_device_data: {
    description: 'What the collector sent cannot be read, fails its signature or contradicts itself.',
    group: 'device',
    knownBy: ['collector', 'server'],
  },
  disposable_email_domain: {
    description: 'The mailbox is a throw-away one, given out for minutes or hours.',
    group: 'email',
    knownBy: ['app', 'history', 'network'],
  },
  invalid_email: {
    description: 'The address is written against the rules of mail, or no mail can arrive there.',
    group: 'email',
    knownBy: ['app', 'network', 'outcomes'],
  },
  low_quality_email: {
    description:
      'The address looks thrown together: random letters, runs along the keyboard, repetition or swear words.',
    group: 'email',
    knownBy: ['app'],
  },
  vpn_ip: {
    description: "The address is a VPN's way out to the internet.",
    group: 'network',
    knownBy: ['network'],
  },
  datacenter_ip: {
    description:
      'The address belongs to a hosting company, a data centre or a content delivery network, where servers live and people rarely do.',
    group: 'network',
    knownBy: ['network'],
  },
  proxy_ip: {
    description:
      'The request was relayed by a proxy, told by lists of such addresses, by its headers, or by a clock that runs in another zone.',
    group: 'network',
    knownBy: ['network', 'headers', 'collector'],
  },
  tor_exit: {
    description: "The address stands on the Tor project's list of exits.",
    group: 'network',
    knownBy: ['network'],
  },
} as const satisfies Readonly<Record<string, SignalDefinition>>

/** The name of a signal. */
export type Signal = keyof typeof signals

/** All signals, in the order of the table. */
export const signalNames = Object.keys(signals) as readonly Signal[]
