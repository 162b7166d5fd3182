import type { PaymentInput, UserInput } from '../engine/assess-input.js'
import type { Challenge } from '../vocabulary/index.js'

/** What `identify` says of a request. Everything may be missing. */
export interface Identity {
  readonly user?: UserInput | null
  readonly payment?: PaymentInput | null
  readonly session_id?: string | null
  /** The `challenge_token` of an earlier answer, where this request is the step-up that it asked for. Default: header `x-risk-challenge`. */
  readonly challenge_token?: string | null
}

/** What the `outcome` hook says of a response. */
export interface HookOutcome {
  readonly result: 'success' | 'failure' | 'incomplete'
  /** The account's id, when the login name was another. */
  readonly user_id?: string | number | bigint | null
  readonly challenge?: {
    readonly type: Challenge
    readonly result: 'passed' | 'failed' | 'abandoned'
  }
}

type Awaitable<T> = T | Promise<T>

/** Who acts, as the host knows it. A throw, a rejection or null counts as nobody. */
export type Identify<Request> = (request: Request) => Awaitable<Identity | null | undefined>
/** The account behind a login name; null when there is none, undefined when it can't be told. */
export type ResolveUser = (claimed: string) => Awaitable<string | number | bigint | null | undefined>
/** How it ended, once the response is finished; null or undefined leaves it to the status. */
export type OutcomeHook<Request, Response> = (
  request: Request,
  response: Response,
) => Awaitable<HookOutcome | null | undefined>

/** A logger as pino's: the object first, then the message. */
export interface Logger {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}
