import type { BrowserName } from '@riskguard/testing'
import { addresses } from './world.js'

/** A customer with an account. */
export interface Person {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly browser: BrowserName
  readonly ip: string
  /** Whose device it is, when it is shared: people with the same one sit at one screen. */
  readonly device: string
}

const BROWSERS: readonly BrowserName[] = [
  'chrome-windows',
  'safari-ios',
  'chrome-android',
  'firefox-windows',
  'safari-macos',
  'edge-windows',
  'chrome-macos',
  'firefox-linux',
]
const PHONES: readonly BrowserName[] = ['chrome-android', 'safari-ios']

function person(
  name: string,
  rest: Omit<Person, 'name' | 'email' | 'password' | 'device'> & { readonly device?: string },
): Person {
  return { name, email: `${name}@example.test`, password: `${name} likes walking 7`, device: name, ...rest }
}

function browserOf(n: number): BrowserName {
  return BROWSERS[n % BROWSERS.length] as BrowserName
}

/** Everybody who has been a customer for a while. */
export const cast = {
  regulars: ['ada', 'bruno', 'clara', 'dinis', 'elsa', 'filipe', 'greta', 'hugo', 'ines', 'jonas', 'katya', 'luis'].map(
    (name, i) => person(name, { browser: browserOf(i), ip: addresses.home(i) }),
  ),
  household: ['maria', 'nuno'].map((name) =>
    person(name, { browser: 'safari-ios', ip: addresses.home(20), device: 'the family tablet' }),
  ),
  office: [
    'olga',
    'pedro',
    'quim',
    'rita',
    'sofia',
    'tiago',
    'ursula',
    'vasco',
    'wanda',
    'xavier',
    'yara',
    'zeca',
    'alba',
    'boris',
  ].map((name, i) => person(name, { browser: browserOf(i * 3), ip: addresses.office })),
  carrier: [
    'celia',
    'duarte',
    'eva',
    'fausto',
    'gil',
    'helena',
    'ivo',
    'julia',
    'kenzo',
    'lara',
    'mateus',
    'noor',
    'oscar',
    'petra',
    'raul',
  ].map((name, i) => person(name, { browser: PHONES[i % 2] as BrowserName, ip: addresses.carrier(i % 2) })),
  traveller: [person('simone', { browser: 'chrome-macos', ip: addresses.home(30) })],
  forgetful: ['tomas', 'uma', 'viola'].map((name, i) =>
    person(name, { browser: browserOf(i + 2), ip: addresses.home(31 + i) }),
  ),
  newPhone: ['walter', 'xenia'].map((name, i) =>
    person(name, { browser: 'chrome-windows', ip: addresses.home(35 + i) }),
  ),
  newLaptop: ['zora'].map((name) => person(name, { browser: 'safari-ios', ip: addresses.home(38) })),
  /** Whose account somebody tries to break into, from afar. */
  attacked: [person('yusuf', { browser: 'firefox-windows', ip: addresses.home(40) })],
  /** Whose passwords stand in somebody's leaked list. */
  leaked: ['zelda', 'amir', 'berta', 'caio', 'dora', 'emil'].map((name, i) =>
    person(name, { browser: browserOf(i + 1), ip: addresses.home(45 + i) }),
  ),
} as const satisfies Record<string, readonly Person[]>

export const everybody: readonly Person[] = Object.values(cast).flat()
