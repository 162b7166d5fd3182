import type { ClientAddress } from '../facts/address/client-address.js'
import type { DeviceFact } from '../facts/event.js'
import type { HeaderBag, HeaderInput } from '../facts/headers.js'
import type { ActionName } from '../vocabulary/index.js'

/** Who acts. `id` is proven by the host's session, `claimed` is what the client typed. */
export interface UserInput {
  readonly id?: string | number | bigint | null
  readonly claimed?: string | number | bigint | null
  readonly email?: string | null
  /** Mail to `email` came back for good, as the host's mailer knows. Default: not known. */
  readonly email_bounced?: boolean | null
  readonly phone?: string | null
}

export interface PaymentInput {
  readonly payee?: string | null
  /** A token of the card or account, never its number. */
  readonly instrument?: string | null
  readonly amount?: number | null
  readonly currency?: string | null
}

/** One event to assess. Everything but `action` may be missing: what isn't known is *unknown*, not suspicious. */
export interface AssessInput {
  readonly action: ActionName
  /** Event time, ms since the Unix epoch. Default now. */
  readonly at?: number | null
  /** The client's address, already decided. Null or absent: unknown. */
  readonly ip?: string | null
  readonly method?: string | null
  readonly host?: string | null
  /** Path with or without a query string. */
  readonly path?: string | null
  /** Raw pairs (complete: what is missing is absent) or an object (partial). */
  readonly headers?: HeaderInput | null
  /** An object of headers holds all that were sent. Default false. */
  readonly headersComplete?: boolean
  readonly user?: UserInput | null
  readonly session_id?: string | null
  /** The host's own device id, or a verified cookie's. */
  readonly device_id?: string | null
  readonly telemetry?: unknown
  readonly payment?: PaymentInput | null
  /** Of an earlier answer, where this event is the step-up that it asked for. Proves nothing by itself. */
  readonly challenge_token?: string | null
  /** Where the action comes from. Default `declared`. */
  readonly action_source?: 'declared' | 'inferred'
}

/** What the adapter's door already worked out about a request, so that nothing is computed twice. */
export interface Worked {
  readonly address?: ClientAddress
  readonly headers?: HeaderBag
  readonly device?: DeviceFact
  /** HTTPS towards the browser; null when unknown. */
  readonly secure?: boolean | null
  /** The peer is the client itself, so nobody rewrote header order or case. Default false. */
  readonly headerOrderTrusted?: boolean
  /** Why what is known is incomplete, such as a hook of the host that failed. */
  readonly degraded?: string | null
  /** When the answer is due, monotonic ms. Default: `deadlineMs` from the call. */
  readonly deadlineAt?: number
}
