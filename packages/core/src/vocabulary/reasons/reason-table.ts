import type { KnownBy } from '../known-by.js'

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
