import type { StorePort } from '../port.js'

/** A store under test and what a test may do to the world around it. */
export interface StoreSubject {
  readonly store: StorePort
  /** The store's own clock, ms since the Unix epoch; a second client may be a few ms off. */
  now(): number
  /** Lets this many ms pass on the store's clock: a test clock jumps, a real one is waited for. */
  pass(ms: number): Promise<void>
  /** Puts raw bytes under an entity's key. Left out where nobody else can write there. */
  plant?(entity: { readonly kind: string; readonly key: string }, bytes: Uint8Array): Promise<void>
  /** Ends what was opened besides the store, which the suite closes itself. */
  dispose?(): Promise<void>
}

export type CreateStore = () => Promise<StoreSubject> | StoreSubject

export interface ContractOptions {
  /** Histories that the model test tries; default 60. Each is up to 40 calls. */
  readonly runs?: number
  /** Longest time for one test, ms; default 60,000. */
  readonly timeoutMs?: number
}
