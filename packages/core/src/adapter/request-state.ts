import type { RiskEngine } from '../engine.js'
import type { AdapterCore } from './adapter-core.js'
import type { Exchange, NodeRequest } from './exchange.js'
import type { RequestFacts } from './request-facts.js'
import type { Risk } from './risk.js'

/** What the door knows of one request while it is under way. */
export interface RequestState {
  readonly core: AdapterCore
  readonly exchange: Exchange
  /** Read early: an aborted socket has forgotten it. */
  readonly peer: string | undefined
  readonly openedAtMs: number
  facts: RequestFacts | null
  risk: Risk | null
  /** `none`: nothing assessed so far. */
  source: 'none' | 'inferred' | 'declared'
  /** The route is known to declare its action itself. */
  isDeclaredRoute: boolean
  /** The host's session knew the person before the handler ran. */
  wasProven: boolean
  /** ms of the deadline that assessments have used up. */
  spentMs: number
  /** The host reported explicitly. */
  isReported: boolean
  /** The response is ours; it says nothing about the person. */
  isReplied: boolean
  isWatched: boolean
  /** Our cookie on its way to the browser; null when it has a good one, or none is wanted. */
  cookie: { readonly id: string; readonly setCookie: string } | null
  hasConsent: boolean
}

// A registered symbol, because an app may load both builds of an adapter: they must see each other's states.
const STATE: unique symbol = Symbol.for('riskguard.request-state') as never

/**
 * Assigned, not defined: that costs a tenth. The state stands behind a function, so that whoever prints a request doesn't
 * print the engine's secrets with it.
 */
interface Marked {
  [STATE]?: () => RequestState
}

/** The state of a request that a guard has seen. */
export function stateOf(raw: NodeRequest): RequestState | undefined {
  return (raw as Marked)[STATE]?.()
}

/** A class for the same reason as the adapters' exchanges: literals come to be allocated in old space, and keep the request. */
class OpenState implements RequestState {
  readonly core: AdapterCore
  readonly exchange: Exchange
  readonly peer: string | undefined
  readonly openedAtMs = Date.now()
  facts: RequestFacts | null = null
  risk: Risk | null = null
  source: RequestState['source'] = 'none'
  isDeclaredRoute = false
  wasProven = false
  spentMs = 0
  isReported = false
  isReplied = false
  isWatched = false
  cookie: RequestState['cookie'] = null
  hasConsent = false

  constructor(core: AdapterCore, exchange: Exchange) {
    this.core = core
    this.exchange = exchange
    this.peer = exchange.raw.socket?.remoteAddress
  }
}

export function openState(core: AdapterCore, exchange: Exchange): RequestState {
  const state = new OpenState(core, exchange)
  ;(exchange.raw as Marked)[STATE] = () => state
  return state
}

/** Gives an object that the host sees its `risk`. */
export function carryRisk(carrier: object, state: RequestState): void {
  ;(carrier as Marked)[STATE] = () => state
  Object.defineProperty(carrier, 'risk', RISK)
}

/**
 * One getter for all requests. With a getter of its own each request would have a hidden class of its own, which makes
 * every look-up in it a slow one and keeps the request alive until the next full garbage collection.
 */
const RISK: PropertyDescriptor & ThisType<Marked> = {
  configurable: true,
  enumerable: true,
  get() {
    const state = this[STATE]?.()
    return state?.core.riskOf(state)
  },
}

/** Whether two guards are one: mounted twice, they count once. */
export function isOpenIn(engine: RiskEngine, state: RequestState | undefined): state is RequestState {
  return state !== undefined && state.core.engine === engine
}
