import type { Assessment } from '@riskguard/core'
import type { VirtualClock } from '@riskguard/testing'
import type { Outbox } from '../shop/outbox.js'
import { attackFamilies } from './attack-families.js'
import { goodFamilies } from './good-families.js'
import { HISTORY_DAYS, historyScenes, openingScenes } from './history.js'
import { createRandom } from './random.js'
import { createStage, type Family, HOUR_MS, type Scene } from './stage.js'
import { countDecision, createTally, type FamilyTally } from './tally.js'

/** The live traffic spans this much of the shop's time. */
export const LIVE_MS = 4 * HOUR_MS
const SEED = 20_260_105

export const families: readonly Family[] = [...goodFamilies, ...attackFamilies]

/** When the shop's time has to begin for the traffic to end at `endMs`. */
export function beginOf(endMs: number): number {
  return endMs - LIVE_MS - (HISTORY_DAYS + 9) * 24 * HOUR_MS
}

export interface TrafficOptions {
  readonly port: number
  /** Stands at `beginOf(endMs)`; moved on to `endMs`. */
  readonly clock: VirtualClock
  readonly endMs: number
  readonly outbox: Outbox
  readonly onPast: (past: PastSummary) => void
  readonly onDecision: (assessment: Assessment, of: { readonly family: string; readonly who: string }) => void
}

export interface PastSummary {
  readonly days: number
  readonly decisions: number
  /** Of them, all by good people: challenged or denied. */
  readonly troubled: number
  readonly denied: number
}

export interface Traffic {
  /** To be called with each decision that the shop makes; false when nobody of the traffic is acting. */
  readonly observe: (assessment: Assessment) => boolean
  /** Plays everything, one scene after the other, in the order of the shop's time. */
  run(): Promise<readonly FamilyTally[]>
}

export function createTraffic(options: TrafficOptions): Traffic {
  const { port, clock, endMs, outbox } = options
  const stage = createStage({
    port,
    random: createRandom(SEED),
    outbox,
    fromMs: endMs - LIVE_MS,
    toMs: endMs,
    now: clock.now,
  })
  const tally = createTally(families)
  let acting: ((assessment: Assessment) => void) | null = null

  async function play(scene: Scene, onDecision: (assessment: Assessment) => void): Promise<boolean> {
    clock.moveTo(Math.max(clock.now(), scene.atMs))
    acting = onDecision
    try {
      return await scene.play()
    } finally {
      acting = null
    }
  }

  async function playPast(): Promise<PastSummary> {
    let decisions = 0
    let troubled = 0
    let denied = 0
    for (const scene of inOrder([...openingScenes(stage), ...historyScenes(stage)])) {
      await play(scene, ({ recommendation: { type } }) => {
        decisions++
        if (type === 'challenge' || type === 'deny') troubled++
        if (type === 'deny') denied++
      })
    }
    return { days: HISTORY_DAYS, decisions, troubled, denied }
  }

  async function playLive(): Promise<void> {
    const scenes = families.flatMap((family) => family.scenes(stage).map((scene) => ({ ...scene, family })))
    for (const { family, ...scene } of inOrder(scenes)) {
      const own = tally.get(family.name) as FamilyTally
      const isDone = await play(scene, (assessment) => {
        countDecision(own, assessment)
        options.onDecision(assessment, { family: family.name, who: scene.who })
      })
      own.played++
      if (isDone) own.succeeded++
    }
  }

  return {
    observe(assessment) {
      acting?.(assessment)
      return acting !== null
    },
    async run() {
      options.onPast(await playPast())
      await playLive()
      clock.moveTo(Math.max(clock.now(), endMs))
      return [...tally.values()]
    },
  }
}

function inOrder<S extends Scene>(scenes: readonly S[]): readonly S[] {
  return [...scenes].sort((one, other) => one.atMs - other.atMs)
}
