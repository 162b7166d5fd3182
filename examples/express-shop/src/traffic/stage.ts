import type { Outbox } from '../shop/outbox.js'
import type { Person } from './cast.js'
import type { Random } from './random.js'
import { createVisitor, type Visitor, type VisitorOptions } from './visitor.js'

/** Good people, or somebody who wants what is theirs. */
export type Side = 'good' | 'attack'

/** One thing that somebody does at one time. */
export interface Scene {
  /** ms since the Unix epoch. */
  readonly atMs: number
  readonly who: string
  /** Resolves to true when they got what they came for. */
  readonly play: () => Promise<boolean>
}

/** One kind of traffic. */
export interface Family {
  readonly name: string
  readonly side: Side
  /** In a few words, what happens. */
  readonly about: string
  readonly scenes: (stage: Stage) => readonly Scene[]
}

/** What the scenes play on. */
export interface Stage {
  readonly random: Random
  readonly outbox: Outbox
  /** The span of the live traffic. */
  readonly fromMs: number
  readonly toMs: number
  /** A person's own device, cookies and all; it stays the same one from history to the last scene. */
  readonly deviceOf: (person: Person) => Visitor
  /** Somebody new to the shop. */
  readonly visitor: (options: Omit<VisitorOptions, 'port' | 'now'>) => Visitor
  /** A time in the live traffic, as a share of it: 0 its beginning, 1 its end. */
  readonly at: (share: number) => number
}

export interface StageOptions {
  readonly port: number
  readonly random: Random
  readonly outbox: Outbox
  readonly fromMs: number
  readonly toMs: number
  readonly now: () => number
}

export function createStage({ port, random, outbox, fromMs, toMs, now }: StageOptions): Stage {
  const devices = new Map<string, Visitor>()
  const visitor: Stage['visitor'] = (options) => createVisitor({ ...options, port, now })
  return {
    random,
    outbox,
    fromMs,
    toMs,
    visitor,
    deviceOf(person) {
      const known = devices.get(person.device)
      if (known !== undefined) return known
      const device = visitor({ client: person.browser, ip: person.ip, language: 'pt-PT,pt;q=0.9,en;q=0.8' })
      devices.set(person.device, device)
      return device
    },
    at: (share) => fromMs + share * (toMs - fromMs),
  }
}

/** Minutes in milliseconds. */
export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS
