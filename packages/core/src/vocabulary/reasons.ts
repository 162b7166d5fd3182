import { behaviorReasons } from './reasons/behavior.js'
import { conclusionReasons } from './reasons/conclusion.js'
import { deviceReasons } from './reasons/device.js'
import { ipReasons } from './reasons/ip.js'
import { profileReasons } from './reasons/profile.js'
import type { ReasonCategory, ReasonTable } from './reasons/reason-table.js'

export type { ReasonCategory, ReasonDefinition, ReasonPlatform, ReasonTable } from './reasons/reason-table.js'

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
