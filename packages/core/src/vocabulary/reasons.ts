import type { KnownBy } from './known-by.js'
import { behaviorReasons } from './reasons/behavior.js'
import { conclusionReasons } from './reasons/conclusion.js'
import { deviceReasons } from './reasons/device.js'
import { ipReasons } from './reasons/ip.js'
import { profileReasons } from './reasons/profile.js'

/** What a reason is about, which is the first word of its name. */
export type ReasonCategory = 'ACTION' | 'BEHAVIOR' | 'DEVICE' | 'IP' | 'PROFILE' | 'USER'

/** Where the acting device runs. */
export type ReasonPlatform = 'web' | 'android' | 'ios'

/** What the vocabulary says about a reason. */
export interface ReasonDefinition {
  readonly description: string
  readonly knownBy: readonly KnownBy[]
  /** The only platforms on which the reason can be given; absent when it can be on all. */
  readonly platforms?: readonly ReasonPlatform[]
}

/** A table of reasons, each named after its category. */
export type ReasonTable = Readonly<Record<`${ReasonCategory}_${string}`, ReasonDefinition>>

/** Every reason that a recommendation can give. */
export const reasons = {
  ...conclusionReasons,
  ...behaviorReasons,
  ...deviceReasons,
  ...ipReasons,
  ...profileReasons,
} as const satisfies ReasonTable

/** The name of a reason. */
export type Reason = keyof typeof reasons

/** All reasons, in the order of the tables. */
export const reasonNames = Object.keys(reasons) as readonly Reason[]

/** What a reason is about. */
export function reasonCategory(reason: Reason): ReasonCategory {
  return reason.slice(0, reason.indexOf('_')) as ReasonCategory
}
