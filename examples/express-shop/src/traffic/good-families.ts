import type { BrowserName } from '@riskguard/testing'
import { cast, type Person } from './cast.js'
import { checkOut, GOOD_CARD, logIn, passChallenge, register, resetPassword } from './flows.js'
import { type Family, MINUTE_MS, type Scene, type Stage } from './stage.js'
import type { Visitor } from './visitor.js'
import { addresses } from './world.js'

const PRODUCTS = ['kettle', 'lamp', 'notebook', 'boots']

/** Logs in, some buy; with a code from the own phone where the shop asks. */
async function shopAsUsual(stage: Stage, person: Person, device: Visitor): Promise<boolean> {
  const { random, outbox } = stage
  if (random.chance(0.2)) await logIn(device, { ...person, password: person.password.toUpperCase() }, outbox)
  if (!(await logIn(device, person, outbox))) return false
  if (random.chance(0.5)) return true
  const answer = await checkOut(device, { product: random.pick(PRODUCTS), card: GOOD_CARD })
  return answer.body.includes('on its way') || passChallenge(device, answer, person.email, outbox)
}

function ownDevices(people: readonly Person[], shareOf: (n: number, stage: Stage) => number) {
  return (stage: Stage): readonly Scene[] =>
    people.map((person, n) => ({
      atMs: stage.at(shareOf(n, stage)),
      who: person.name,
      play: () => shopAsUsual(stage, person, stage.deviceOf(person)),
    }))
}

const sometime = (_: number, { random }: Stage): number => random.next() * 0.98

const NEWCOMERS = ['abel', 'bianca', 'cosmo', 'delia', 'enzo', 'flora', 'goran', 'hilda']
const NEW_BROWSERS: readonly BrowserName[] = [
  'chrome-android',
  'safari-ios',
  'chrome-windows',
  'firefox-windows',
  'edge-windows',
  'safari-macos',
  'chrome-macos',
  'firefox-linux',
]

export const goodFamilies: readonly Family[] = [
  {
    name: 'regular customers',
    side: 'good',
    about: 'own device, own home; some mistype, some buy',
    scenes: ownDevices(cast.regulars, sometime),
  },
  {
    name: 'household, one tablet',
    side: 'good',
    about: 'two people, two accounts, one device',
    scenes: (stage) =>
      [0.1, 0.2, 0.55, 0.6].flatMap((share, n) => ownDevices([cast.household[n % 2] as Person], () => share)(stage)),
  },
  {
    name: 'office, one address',
    side: 'good',
    about: 'fourteen colleagues within ten minutes',
    scenes: (stage) => ownDevices(cast.office, (n) => 0.3 + (n * 45_000) / (stage.toMs - stage.fromMs))(stage),
  },
  {
    name: 'mobile carrier, shared address',
    side: 'good',
    about: 'fifteen phones behind two addresses',
    scenes: ownDevices(cast.carrier, sometime),
  },
  {
    name: 'traveller',
    side: 'good',
    about: 'own laptop, hotel abroad',
    scenes: (stage) =>
      cast.traveller.map((person) => ({
        atMs: stage.at(0.7),
        who: person.name,
        play() {
          const device = stage.deviceOf(person)
          device.persona.ip = addresses.hotel
          return shopAsUsual(stage, person, device)
        },
      })),
  },
  {
    name: 'new customers',
    side: 'good',
    about: 'register and buy at once',
    scenes: (stage) =>
      NEWCOMERS.map((name, n) => ({
        atMs: stage.at(sometime(n, stage)),
        who: name,
        async play() {
          const visitor = stage.visitor({ client: NEW_BROWSERS[n] as BrowserName, ip: addresses.elsewhere(n) })
          const email = `${name}@example.test`
          if (!(await register(visitor, { name, email, password: `${name} is new here 1` }))) return false
          const answer = await checkOut(visitor, { product: stage.random.pick(PRODUCTS), card: GOOD_CARD })
          return answer.body.includes('on its way') || passChallenge(visitor, answer, email, stage.outbox)
        },
      })),
  },
  {
    name: 'forgotten password',
    side: 'good',
    about: 'two wrong tries, a reset link, a new password',
    scenes: (stage) =>
      cast.forgetful.map((person, n) => ({
        atMs: stage.at(0.25 + n * 0.2),
        who: person.name,
        async play() {
          const device = stage.deviceOf(person)
          for (const guess of ['was it this', 'or that'])
            await logIn(device, { ...person, password: guess }, stage.outbox)
          const password = `${person.name} will not forget 9`
          return (
            (await resetPassword(device, person.email, password, stage.outbox)) &&
            logIn(device, { ...person, password }, stage.outbox)
          )
        },
      })),
  },
  {
    name: 'new phone, same home',
    side: 'good',
    about: 'a device never seen, on the address they always have',
    scenes: (stage) =>
      cast.newPhone.map((person, n) => ({
        atMs: stage.at(0.45 + n * 0.1),
        who: person.name,
        play: () => shopAsUsual(stage, person, stage.visitor({ client: 'safari-ios', ip: person.ip })),
      })),
  },
  {
    name: 'new laptop, on a journey',
    side: 'good',
    about: 'nothing familiar but the person: one code is fair, a second one is not',
    scenes(stage) {
      const [person] = cast.newLaptop
      let laptop: Visitor | undefined
      return [0.4, 0.5, 0.9].map((share) => ({
        atMs: stage.at(share),
        who: person?.name ?? '',
        async play() {
          laptop ??= stage.visitor({ client: 'chrome-macos', ip: addresses.hotel })
          return person !== undefined && shopAsUsual(stage, person, laptop)
        },
      }))
    },
  },
  {
    name: 'customer under attack',
    side: 'good',
    about: 'logs in at home while somebody tries passwords on the account',
    scenes: (stage) =>
      cast.attacked.flatMap((person) =>
        [0, 20, 40].map((minutes) => ({
          atMs: stage.at(0.6) + minutes * MINUTE_MS,
          who: person.name,
          play: () => shopAsUsual(stage, person, stage.deviceOf(person)),
        })),
      ),
  },
]
