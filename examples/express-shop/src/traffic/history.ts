import { cast, everybody } from './cast.js'
import { checkOut, GOOD_CARD, logIn, register } from './flows.js'
import { DAY_MS, HOUR_MS, type Scene, type Stage } from './stage.js'

/** How far back the shop's past goes. */
export const HISTORY_DAYS = 21
/** The past ends this long before the live traffic, so that nobody was here a minute ago. */
const QUIET_MS = 8 * HOUR_MS

/**
 * Three ordinary weeks: customers log in on their own devices every few days, now and then with a typo, and some buy
 * something. Played through the same pages as everything else; only the clock runs faster.
 */
export function historyScenes(stage: Stage): readonly Scene[] {
  const { random, outbox } = stage
  const begin = stage.fromMs - HISTORY_DAYS * DAY_MS
  const end = stage.fromMs - QUIET_MS
  const regulars: ReadonlySet<string> = new Set([...cast.regulars, ...cast.household].map(({ name }) => name))
  return everybody.flatMap((person) => {
    const isRegular = regulars.has(person.name)
    const scenes: Scene[] = []
    let atMs = begin + random.next() * 3 * DAY_MS
    while (atMs < end) {
      scenes.push({
        atMs,
        who: person.name,
        async play() {
          const device = stage.deviceOf(person)
          if (random.chance(0.1)) await logIn(device, { ...person, password: `${person.password}7` }, outbox, 'direct')
          const isIn = await logIn(device, person, outbox, 'direct')
          if (isIn && random.chance(0.3)) await checkOut(device, { product: 'notebook', card: GOOD_CARD }, 'direct')
          return isIn
        },
      })
      atMs += (isRegular ? 1.7 : 3.4) * DAY_MS * (0.6 + random.next()) + random.next() * HOUR_MS
    }
    return scenes
  })
}

/** The first visit of all of them: they open their accounts, each where they live. */
export function openingScenes(stage: Stage): readonly Scene[] {
  const begin = stage.fromMs - (HISTORY_DAYS + 8) * DAY_MS
  return everybody.map((person, i) => ({
    atMs: begin + (i * 7 * DAY_MS) / everybody.length,
    who: person.name,
    play: () => register(stage.deviceOf(person), person, 'direct'),
  }))
}
