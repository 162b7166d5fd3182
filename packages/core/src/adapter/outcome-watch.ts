import { bounded } from '../engine/bounded.js'
import type { Outcome } from '../engine/outcome.js'
import type { RiskEngine } from '../engine.js'
import type { Identity } from '../options/hooks.js'
import type { RequestState } from './request-state.js'

export interface WatchOptions {
  readonly engine: RiskEngine
  readonly fault: (name: string, error: unknown) => void
}

/** Statuses by which hosts say no to an attempt; a success is never read from a status. */
const FAILURE_STATUSES: ReadonlySet<number> = new Set([400, 401, 403, 422, 429])
/** A hook that runs after the response holds nobody up; this only ends the wait for one that hangs. */
const HOOK_MS = 10_000

/**
 * Learns how a request ended from the raw response's end, whatever the framework did in between: filters may have rewritten
 * the status, handlers may have written to the socket themselves.
 */
export function watchOutcome(state: RequestState, options: WatchOptions): void {
  const { rawResponse } = state.exchange
  let concluded = false
  const conclude = (ending: 'finished' | 'aborted') => {
    if (concluded) return
    concluded = true
    rawResponse.removeListener('finish', onFinish)
    rawResponse.removeListener('close', onClose)
    // What the host has reported, or what we answered ourselves, isn't to be guessed; an aborted action is incomplete,
    // and that teaches nothing.
    if (ending === 'aborted' || state.isReported || state.isReplied) return
    learn(state, options).catch((error: unknown) => options.fault('outcome', error))
  }
  const onFinish = () => conclude('finished')
  const onClose = () => conclude(rawResponse.writableFinished || isRefused(rawResponse) ? 'finished' : 'aborted')
  // Not `once`: each of them takes both away.
  rawResponse.on('finish', onFinish)
  rawResponse.on('close', onClose)
}

/** Whoever hangs up on reading the status of a long refusal was refused all the same, or nobody could count guesses. */
function isRefused({ headersSent, statusCode }: RequestState['exchange']['rawResponse']): boolean {
  return headersSent && FAILURE_STATUSES.has(statusCode)
}

async function learn(state: RequestState, { engine, fault }: WatchOptions): Promise<void> {
  const { risk, source } = state
  const { infer } = engine.options
  // A guessed action may be another one in truth; its outcome would be counted among the declared ones.
  if (risk === null || (source === 'inferred' && infer !== 'on')) return
  const hooked = hookOutcome(state, engine, fault)
  let told = hooked instanceof Promise ? await hooked : hooked
  if (told === null) {
    const proven = provenOutcome(state, engine, fault)
    told = proven instanceof Promise ? await proven : proven
  }
  // The id is sealed when it is first read, which most requests never need.
  if (told !== null) await engine.report(risk.context.action_id, told, { source: 'explicit' })
  else if (FAILURE_STATUSES.has(state.exchange.rawResponse.statusCode))
    await engine.report(risk.context.action_id, { result: 'failure' }, { source: 'inferred' })
}

function hookOutcome(
  { exchange }: RequestState,
  { options }: RiskEngine,
  fault: WatchOptions['fault'],
): Outcome | null | Promise<Outcome | null> {
  const { outcome } = options
  if (outcome === null) return null
  const given = bounded(() => outcome(exchange.request, exchange.response), {
    ms: HOOK_MS,
    fallback: null,
    onFault: (error) => fault('outcome', error),
  })
  return given instanceof Promise ? given.then(orNull) : orNull(given)
}

/** Somebody whom the host's session didn't know before, and does now, has proved who they are. */
function provenOutcome(
  { exchange, wasProven }: RequestState,
  { options }: RiskEngine,
  fault: WatchOptions['fault'],
): Outcome | null | Promise<Outcome | null> {
  const { identify } = options
  if (identify === null || wasProven || exchange.rawResponse.statusCode >= 400) return null
  const named = bounded<Identity | null | undefined>(() => identify(exchange.request), {
    ms: HOOK_MS,
    fallback: null,
    onFault: (error) => fault('identify', error),
  })
  return named instanceof Promise ? named.then(toProof) : toProof(named)
}

function orNull(outcome: Outcome | null | undefined): Outcome | null {
  return outcome ?? null
}

function toProof(named: Identity | null | undefined): Outcome | null {
  const id = named?.user?.id ?? null
  return id === null ? null : { result: 'success', user_id: id }
}
