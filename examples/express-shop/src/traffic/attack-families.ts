import { browserNames, type ToolName } from '@riskguard/testing'
import { cast, everybody, type Person } from './cast.js'
import { checkOut, logIn, register } from './flows.js'
import { type Family, MINUTE_MS, type Stage } from './stage.js'
import type { Visitor } from './visitor.js'
import { addresses } from './world.js'

/** Their victims' codes go to their victims' phones. */
const NO_PHONE = { send() {}, latest: () => undefined }

/** One line of a leaked list: mostly people who are no customers, some who are, few whose password is the same here. */
function leakedLine(
  stage: Stage,
  n: number,
  rightEvery: number,
): { readonly email: string; readonly password: string } {
  const { random } = stage
  if (n % rightEvery === rightEvery - 1) return random.pick(cast.leaked)
  const isCustomer = random.chance(0.25)
  const email = isCustomer ? random.pick(everybody).email : `someone${random.between(1000, 9999)}@mail.test`
  return { email, password: `sunshine${random.between(1, 99)}` }
}

async function tryLogin(visitor: Visitor, email: string, password: string): Promise<boolean> {
  return logIn(visitor, { email, password }, NO_PHONE, 'direct')
}

export const attackFamilies: readonly Family[] = [
  {
    name: 'credential stuffing, noisy',
    side: 'attack',
    about: 'a leaked list from one rented machine, one try every six seconds',
    scenes: (stage) =>
      Array.from({ length: 60 }, (_, n) => ({
        atMs: stage.at(0.2) + n * 6_000,
        who: `line ${n + 1}`,
        play() {
          const { email, password } = leakedLine(stage, n, 20)
          return tryLogin(stage.visitor({ client: 'python-requests', ip: addresses.rented(1) }), email, password)
        },
      })),
  },
  {
    name: 'credential stuffing, low and slow',
    side: 'attack',
    about: 'another household address and another browser for each try',
    scenes: (stage) =>
      Array.from({ length: 36 }, (_, n) => ({
        atMs: stage.at((n + 0.5) / 36),
        who: `line ${n + 1}`,
        play() {
          const { email, password } = leakedLine(stage, n, 9)
          return tryLogin(
            stage.visitor({ client: stage.random.pick(browserNames), ip: addresses.household(n) }),
            email,
            password,
          )
        },
      })),
  },
  {
    name: 'brute force on one account',
    side: 'attack',
    about: 'three addresses guess one customer’s password',
    scenes: (stage) =>
      Array.from({ length: 45 }, (_, n) => ({
        atMs: stage.at(0.55) + n * MINUTE_MS,
        who: `guess ${n + 1}`,
        play: () =>
          tryLogin(
            stage.visitor({ client: 'chrome-windows', ip: addresses.household(100 + (n % 3)) }),
            (cast.attacked[0] as Person).email,
            `yusuf${1960 + n}`,
          ),
      })),
  },
  {
    name: 'scripted registrations',
    side: 'attack',
    about: 'curl and scripts open accounts from two machines',
    scenes: (stage) =>
      Array.from({ length: 20 }, (_, n) => ({
        atMs: stage.at(0.4) + n * 20_000,
        who: `bot ${n + 1}`,
        play() {
          const client = (['curl', 'python-requests', 'go-http-client'] as const satisfies readonly ToolName[])[
            n % 3
          ] as ToolName
          const visitor = stage.visitor({ client, ip: addresses.rented(4 + (n % 2)) })
          return register(
            visitor,
            { name: `bot${n}`, email: `bot${n}x@mail.test`, password: 'hunter2hunter2' },
            'direct',
          )
        },
      })),
  },
  {
    name: 'takeover, right password',
    side: 'attack',
    about: 'a password that is known, a new device in another country',
    scenes: (stage) =>
      cast.leaked.slice(0, 4).map((person, n) => ({
        atMs: stage.at(0.15 + n * 0.2),
        who: `as ${person.name}`,
        play: () =>
          tryLogin(
            stage.visitor({ client: 'chrome-windows', ip: addresses.household(110 + n), language: 'en-GB,en;q=0.9' }),
            person.email,
            person.password,
          ),
      })),
  },
  {
    name: 'crawler that submits forms',
    side: 'attack',
    about: 'follows every link and sends off every form it finds',
    scenes: (stage) =>
      ['/login', '/register', '/reset', '/login', '/reset'].map((path, n) => ({
        atMs: stage.at(0.5) + n * 5_000,
        who: `form ${n + 1}`,
        async play() {
          const crawler = stage.visitor({ client: 'search-crawler', ip: addresses.rented(20) })
          await crawler.get('/')
          await crawler.get(path)
          const answer = await crawler.post(path, { email: 'test@crawl.example', password: 'aaaaaaaaaa', name: 'Test' })
          return path !== '/reset' && answer.path === '/'
        },
      })),
  },
  {
    name: 'card testing',
    side: 'attack',
    about: 'one account sends gift cards to many, paid with many cards',
    scenes(stage) {
      const mule = { name: 'Max', email: 'max.m@mail.test', password: 'max tests cards 1' }
      let visitor: Visitor | undefined
      const open = (): Visitor =>
        (visitor ??= stage.visitor({ client: 'chrome-windows', ip: addresses.household(120) }))
      return [
        { atMs: stage.at(0.75), who: 'opens account', play: () => register(open(), mule) },
        ...Array.from({ length: 20 }, (_, n) => ({
          atMs: stage.at(0.76) + n * 30_000,
          who: `card ${n + 1}`,
          async play() {
            const card = `5${String(stage.random.between(0, 10 ** 14 - 1)).padStart(14, '0')}${n % 4 === 0 ? 2 : 7}`
            const answer = await checkOut(
              open(),
              { product: 'gift', card, recipient: `friend${n}@mail.test` },
              'direct',
            )
            return answer.body.includes('on its way')
          },
        })),
      ]
    },
  },
]
