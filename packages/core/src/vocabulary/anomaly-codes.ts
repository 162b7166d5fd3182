import type { KnownBy } from './known-by.js'

/** How a code is to be read; for display, never for scoring: weights belong to the detectors. */
export type AnomalyTone = 'risky' | 'informative'

/** What the vocabulary says about an anomaly code. */
export interface AnomalyCodeDefinition {
  readonly title: string
  readonly description: string
  readonly tone: AnomalyTone
  readonly knownBy: readonly KnownBy[]
}

/** Every anomaly code. */
export const anomalyCodes = {
  'MCPS-1000': {
    title: 'Address or network not admitted',
    description: 'The address is on the deny list of networks, or outside the ranges that the operator approved.',
    tone: 'risky',
    knownBy: ['server', 'network', 'operator'],
  },
  'MCPS-1100': {
    title: 'Implausible code entry',
    description: 'A PIN, one-time code or phone number was entered in a way or at a speed that people cannot manage.',
    tone: 'risky',
    knownBy: ['collector'],
  },
  'MCPS-1200': {
    title: 'Desktop or outdated system',
    description:
      'The operating system is long out of date, or a desktop appears where you said that only phones are expected.',
    tone: 'risky',
    knownBy: ['headers', 'operator'],
  },
  'MCPS-1300': {
    title: 'Collector bypassed',
    description:
      'The page went out with its collector, but the script never ran, which is what somebody does who wants not to be watched.',
    tone: 'risky',
    knownBy: ['server', 'collector', 'history'],
  },
  'MCPS-1400': {
    title: 'Token used for more than one purpose',
    description: 'A nonce that was issued for one page and action arrives again at another.',
    tone: 'risky',
    knownBy: ['server', 'collector'],
  },
  'MCPS-1500': {
    title: 'App from outside the store',
    description: 'The mobile app was not installed from its official store, or has been withdrawn from it.',
    tone: 'risky',
    knownBy: ['app', 'headers'],
  },
  'MCPS-1600': {
    title: 'Adult words',
    description: 'Words of pornographic sites stand in the host, the referring page or another header.',
    tone: 'risky',
    knownBy: ['headers'],
  },
  'MCPS-1800': {
    title: 'Opera Mini',
    description:
      "The page is rendered by Opera Mini's servers, so the address is theirs and much of the script stays unrun.",
    tone: 'risky',
    knownBy: ['headers', 'network'],
  },
  'MCPS-1900': {
    title: 'Google proxy',
    description:
      'The request came by way of a Google service that compresses or prefetches pages, so the address is not that of the reader.',
    tone: 'risky',
    knownBy: ['headers', 'network'],
  },
  'MCPS-2000': {
    title: 'Burst from one address',
    description:
      'So many attempts came from one address in so short a time that it no longer looks like the people behind it.',
    tone: 'risky',
    knownBy: ['server', 'history', 'outcomes'],
  },
  'MCPS-2100': {
    title: 'Came by a Google ad',
    description:
      'The link carries a click identifier of Google Ads; it tells where the visitor came from and holds nothing against them.',
    tone: 'informative',
    knownBy: ['headers'],
  },
  'MCPS-2200': {
    title: 'Came by a Facebook or Instagram ad',
    description:
      'The link carries the click identifier that Facebook and Instagram add; it tells the origin of the visit and nothing more.',
    tone: 'informative',
    knownBy: ['headers'],
  },
  'MCPS-2300': {
    title: 'On an explicit list',
    description:
      'The operator listed this address, network, country, device, user or mailbox by hand; the evidence says whether to let in or keep out.',
    tone: 'risky',
    knownBy: ['operator'],
  },
  'MCPS-2400': {
    title: 'Legacy browser or engine',
    description:
      'The browser or its engine is of a generation that is no longer made, and that is handy for dodging newer safeguards.',
    tone: 'risky',
    knownBy: ['headers', 'collector'],
  },
  'MCPS-3000': {
    title: 'Replay',
    description:
      'What an honest request once carried (nonce, telemetry, transaction reference or proof of sign-in) is presented a second time.',
    tone: 'risky',
    knownBy: ['server', 'history', 'collector', 'app'],
  },
  'MCPS-4000': {
    title: 'App in disguise',
    description: 'An app poses as a browser, gives the package name of another app, or hides its own.',
    tone: 'risky',
    knownBy: ['headers', 'app', 'operator'],
  },
  'MCPS-5000': {
    title: 'Bot',
    description:
      'A browser without a screen or an automation tool is at work, or a claimed phone that really runs on a rented server.',
    tone: 'risky',
    knownBy: ['headers', 'network', 'collector'],
  },
  'MCPS-6000': {
    title: 'Falsified identity of the client',
    description: 'System, browser or app are other than stated: names and versions contradict what the client can do.',
    tone: 'risky',
    knownBy: ['collector', 'headers'],
  },
  'MCPS-7000': {
    title: 'Clickjacking',
    description: 'The person was made to click on something that another page covered or framed.',
    tone: 'risky',
    knownBy: ['collector', 'operator'],
  },
  'MCPS-8000': {
    title: 'Remote-controlled transaction',
    description:
      'Between the page and the action the device or the whole network behind it changed, as if somebody finished from afar what a victim began.',
    tone: 'risky',
    knownBy: ['collector', 'network', 'server'],
  },
  'MCPS-9000': {
    title: 'No genuine interaction',
    description:
      'The action happened although nobody did anything on the page, or something was clicked that nobody could see.',
    tone: 'risky',
    knownBy: ['collector', 'server'],
  },
} as const satisfies Readonly<Record<`MCPS-${number}`, AnomalyCodeDefinition>>

/** An anomaly code, such as `MCPS-2000`. */
export type AnomalyCode = keyof typeof anomalyCodes

/** All anomaly codes, in rising order. */
export const anomalyCodeNames = Object.keys(anomalyCodes) as readonly AnomalyCode[]
