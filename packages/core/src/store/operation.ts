/**
 * What a store can do to a record. A *program* is the fixed part (compiled once per action); a *touch* adds the key,
 * the members and the values of one event. Operations of a program stand in ascending slot id, one per slot.
 */

export type Operation =
  | CountOperation
  | DistinctOperation
  | FamiliarOperation
  | ForgetOperation
  | TextOperation
  | BaselineOperation

/** Adds `add` to each ring of a windowed count. Bucket widths in deciseconds, one to four rings. Buckets saturate at 65,535. */
export interface CountOperation {
  readonly kind: 'count'
  readonly slot: number
  readonly add: number
  readonly widthsDs: readonly number[]
}

/** Puts a member into a distinct set, exact to `cap` (1–127), then sampled. `maxAgeMs`: entries older than this may go. */
export interface DistinctOperation {
  readonly kind: 'distinct'
  readonly slot: number
  readonly cap: number
  readonly maxAgeMs: number
  /** Index into the touch's arguments; a null there skips the operation. */
  readonly argument: number
}

/** Counts a success of a member in a familiarity table of `cap` (1–127) members; the one unseen for longest goes first. */
export interface FamiliarOperation {
  readonly kind: 'familiar'
  readonly slot: number
  readonly cap: number
  /** Half successes to add: 2 = a full one, 1 = half. */
  readonly addHalves: number
  /** `probation` marks a new entry; `proven` clears the mark. */
  readonly standing: 'proven' | 'probation'
  readonly argument: number
}

/** Removes a member from a distinct set or a familiarity table. */
export interface ForgetOperation {
  readonly kind: 'forget'
  readonly slot: number
  readonly from: 'distinct' | 'familiar'
  readonly argument: number
}

/** Writes a short ASCII text (≤ 127 characters). `once` keeps what is there already. */
export interface TextOperation {
  readonly kind: 'text'
  readonly slot: number
  readonly mode: 'set' | 'once'
  readonly argument: number
}

/** Counts an event towards the decayed mean and variance of events per bucket in which anything happened. */
export interface BaselineOperation {
  readonly kind: 'baseline'
  readonly slot: number
  readonly add: number
  readonly widthDs: number
}

export interface Program {
  /** Time to live that each write sets, 1 s to 400 days. */
  readonly ttlSeconds: number
  /**
   * The memory store keeps a record whose first count ring (upper bound) reaches this in a reserved share, where a flood
   * of fresh identities can't push it out. 0 = never. Redis doesn't evict, so it ignores this.
   */
  readonly protectAt: number
  readonly operations: readonly Operation[]
}

export interface Touch {
  /** One character that names the kind of entity, part of the key. */
  readonly kind: string
  /** The entity's key: base64url of a keyed hash, 20 characters. The memory store tells keys apart by the last 12 of them. */
  readonly key: string
  readonly program: Program
  /** 6-character members, or texts, that the operations point to; null skips that operation. */
  readonly arguments: readonly (string | null)[]
}
