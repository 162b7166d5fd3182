/** The one door for adapters: an exchange in; `risk` on the request, perhaps a reply of ours, and the outcome learned. */

import { detectors as shippedDetectors } from '../detectors/index.js'
import { classifyEndpoint } from '../endpoint/classify-endpoint.js'
import type { Worked } from '../engine/assess-input.js'
import { createRiskEngine, type RiskEngine } from '../engine.js'
import { RiskError } from '../errors.js'
import { createDeviceCookie } from '../facts/device/device-cookie.js'
import { createFaultLog } from '../history/fault-log.js'
import type { ParsedOptions, RiskOptions } from '../options.js'
import { createPersonBlind } from '../policy/person-blind.js'
import type { ActionName } from '../vocabulary/index.js'
import { createDeclaredRoutes } from './declared-routes.js'
import { createDeviceIssuer } from './device-issuer.js'
import { createEnforcement } from './enforcement.js'
import type { Exchange } from './exchange.js'
import { createIdentifier } from './identify.js'
import { watchOutcome } from './outcome-watch.js'
import { type Reach, type Reply, toReply } from './reply.js'
import { createFactReader, pathOf } from './request-facts.js'
import { carryRisk, isOpenIn, openState, type RequestState, stateOf } from './request-state.js'
import { type Risk, type StateMethods, toRisk } from './risk.js'

/** Options of an engine to be, or an engine that stands already. */
export type GuardOptions<Request = unknown, Response = unknown> =
  | RiskOptions<Request, Response>
  | { readonly engine: RiskEngine }

export interface ActionOptions {
  /**
   * Where in the request's life the action is declared. `authentication`: after the person has proved who it is, so that
   * in enforce mode every challenge is answered for the host, not only those that name no account. Default: before it.
   */
  readonly after?: 'authentication'
}

/** What the adapter is to do: write this, or, null, go on to the host. */
export type Verdict = Reply | null

/** None of its methods throws or rejects: what goes wrong on our side is logged, and the host goes on. */
export interface AdapterCore {
  readonly engine: RiskEngine
  /** Most requests are never assessed and never asked: their answer is made when somebody reads it. */
  riskOf(state: RequestState): Risk
  /** The global guard: gives the request its `risk`, and assesses what the route map or the inference names an action. */
  enter(exchange: Exchange): Verdict | Promise<Verdict>
  /** A route says which action it is. */
  declare(exchange: Exchange, action: ActionName, options?: ActionOptions): Verdict | Promise<Verdict>
  /** Logs and counts what went wrong in the adapter, or in a hook of the host that it called. @param name stable, for counting */
  fault(name: string, error: unknown): void
}

/** Share of the deadline that `identify` may use: the history must be read in what is left. */
const IDENTIFY_SHARE = 0.6
/** By which a step-up request presents its challenge token, where `identify` doesn't. */
const CHALLENGE_HEADER = 'x-risk-challenge'
/** An assessment gets at least this, whatever a former one of the request has used up. */
const LEAST_MS = 5
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT'])
/**
 * @throws RiskError for options that can't be honoured
 */
export function createAdapterCore(given: GuardOptions<never, never> = {}): AdapterCore {
  const engine = engineOf(given)
  const { options } = engine
  const faults = createFaultLog({ write: (line) => warn(options, line) })
  const fault = (name: string, error: unknown) =>
    faults.report(name, `${name}: ${error instanceof Error ? error.message : 'failed'}`)
  const { mode: cookieMode, ...cookieOptions } = options.cookie
  const cookies = createDeviceCookie({ secrets: options.secrets, ...cookieOptions })
  const warned = new Set<string>()
  const reader = createFactReader({
    addresses: options.address,
    cookies,
    onWarning({ code, message }) {
      if (warned.has(code)) return
      warned.add(code)
      warn(options, message)
    },
  })
  const devices = createDeviceIssuer({ cookies, mode: cookieMode, infer: options.infer })
  const routes = createDeclaredRoutes()
  const enforcement = createEnforcement(options)
  const detectors = [...shippedDetectors, ...options.detectors.add]
  const standsForAnybody = createPersonBlind({ detectors, policy: options.policy })
  const identify = createIdentifier(options.identify, fault)

  const core: AdapterCore = {
    engine,
    riskOf: (state) => (state.risk ??= unassessed(state)),
    fault,
    enter(exchange) {
      try {
        if (isOpenIn(engine, stateOf(exchange.raw))) return null
        const state = open(exchange)
        if (!options.isEnabled()) return null
        const method = exchange.raw.method ?? 'GET'
        const path = pathOf(exchange.url)
        const mapped = options.matchAction(method, path)
        if (mapped !== null) return assess(state, mapped, 'declared', 'request')
        const inferred = infer(state, method, path)
        return inferred === null ? null : assess(state, inferred, 'inferred', 'request')
      } catch (error) {
        fault('adapter', error)
        return null
      }
    },
    declare(exchange, action, { after } = {}) {
      try {
        const before = stateOf(exchange.raw)
        const state = isOpenIn(engine, before) ? before : open(exchange)
        if (!options.isEnabled()) return null
        const reach: Reach = after === 'authentication' ? 'account' : 'request'
        const stands = state.source !== 'none' && state.risk?.context.action_type === action
        if (stands && (state.source === 'declared' || options.infer === 'on')) return affirm(state, reach)
        if (options.infer === 'observe' && !state.isDeclaredRoute)
          routes.add(exchange.raw.method ?? 'GET', pathOf(exchange.url))
        return assess(state, action, 'declared', reach)
      } catch (error) {
        fault('adapter', error)
        return null
      }
    },
  }

  function open(exchange: Exchange): RequestState {
    const state = openState(core, exchange)
    for (const carrier of exchange.carriers) carryRisk(carrier, state)
    return state
  }

  function infer(state: RequestState, method: string, path: string): ActionName | null {
    if (options.infer === 'off' || SAFE_METHODS.has(method)) return null
    state.isDeclaredRoute = options.infer === 'observe' && routes.has(method, path)
    if (state.isDeclaredRoute) return null
    return classifyEndpoint({ method, host: state.exchange.raw.headers.host ?? null, path }).action
  }

  async function assess(
    state: RequestState,
    action: ActionName,
    source: 'declared' | 'inferred',
    reach: Reach,
  ): Promise<Verdict> {
    const startedAt = performance.now()
    const ms = Math.max(LEAST_MS, options.deadlineMs - state.spentMs)
    try {
      const facts = state.facts ?? reader.read(state.exchange, state.peer, state.openedAtMs)
      state.facts = facts
      const named = identify(state.exchange.request, ms * IDENTIFY_SHARE)
      const { user, payment, session_id, challenge_token, degraded } = named instanceof Promise ? await named : named
      state.wasProven = (user?.id ?? null) !== null
      const device = devices.deviceOf(state, facts, source)
      const { method, host, path, address, headers, headerOrderTrusted } = facts
      const worked: Worked = {
        address,
        headers,
        device,
        headerOrderTrusted,
        secure: facts.transport === 'https' ? true : null,
        degraded: degraded ?? null,
        deadlineAt: startedAt + ms,
      }
      const assessment = await engine.assess(
        {
          action,
          action_source: source,
          method,
          host,
          path,
          user: user ?? null,
          payment: payment ?? null,
          session_id: session_id ?? null,
          challenge_token: challenge_token ?? headers.get(CHALLENGE_HEADER) ?? null,
        },
        worked,
      )
      state.risk = toRisk(assessment, methods, state)
      state.source = source
      watch(state)
      return verdict(state, reach)
    } catch (error) {
      fault('assess', error)
      state.risk = failed(state)
      return null
    } finally {
      state.spentMs += performance.now() - startedAt
    }
  }

  /** An assessment that stands, declared once more. */
  function affirm(state: RequestState, reach: Reach): Verdict {
    state.source = 'declared'
    return verdict(state, reach)
  }

  function verdict(state: RequestState, reach: Reach): Verdict {
    const { risk } = state
    if (risk === null || state.isReplied || !isEnforceable(state)) return null
    if (!enforcement.includes(risk, state.facts?.cookie.standing === 'known' ? 'known' : 'new')) return null
    if (reach === 'request' && risk.recommendation.type === 'deny' && !standsForAnybody(risk)) return null
    const reply = toReply(risk.recommendation, reach)
    if (reply !== null) state.isReplied = true
    return reply
  }

  function isEnforceable({ source, exchange }: RequestState): boolean {
    if (exchange.rawResponse.headersSent) return false
    return source === 'declared' || (source === 'inferred' && options.infer === 'on')
  }

  const methods: StateMethods = {
    async report(state, outcome, reporting) {
      const isFirst = !state.isReported
      state.isReported = true
      try {
        const deviceGeneration = isFirst && outcome.result === 'success' ? devices.rotate(state) : null
        const actionId = state.risk?.context.action_id ?? ''
        return await engine.report(actionId, outcome, { ...reporting, source: 'explicit', deviceGeneration })
      } catch (error) {
        // Nobody may be waiting for it, and a slip in the host's handler is no reason to end its process.
        state.isReported = false
        fault('report', error)
        return 'noted'
      }
    },
    enforce(state) {
      const reply = verdict(state, 'account')
      if (reply === null) return false
      state.exchange.reply(reply)
      return true
    },
    consent(state) {
      state.hasConsent = true
    },
  }

  function unassessed(state: RequestState): Risk {
    const { raw, url } = state.exchange
    const input = { method: raw.method ?? 'GET', host: raw.headers.host ?? null, path: pathOf(url) }
    return toRisk(engine.notAssessed(input, {}, options.isEnabled() ? 'not_assessed' : 'disabled'), methods, state)
  }

  function failed(state: RequestState): Risk {
    state.source = 'none'
    return toRisk(engine.notAssessed({}, {}, 'failure'), methods, state)
  }

  function watch(state: RequestState): void {
    if (state.isWatched) return
    state.isWatched = true
    watchOutcome(state, { engine, fault })
  }

  return core
}

function engineOf(given: GuardOptions<never, never>): RiskEngine {
  if (typeof given !== 'object' || given === null) return createRiskEngine(given)
  if ('rawHeaders' in given || 'req' in given) {
    throw new RiskError(
      'RG_OPTION_INVALID',
      'riskGuard got a request for options. Expected app.use(riskGuard()), with the call.',
    )
  }
  if (!('engine' in given)) return createRiskEngine(given)
  const { engine, ...others } = given
  if (typeof (engine as Partial<RiskEngine> | null | undefined)?.assess !== 'function') {
    throw new RiskError('RG_OPTION_INVALID', 'engine: expected what createRiskEngine(…) gives.')
  }
  const [other] = Object.keys(others)
  if (other === undefined) return engine
  throw new RiskError(
    'RG_OPTION_INVALID',
    `${other}: has no effect beside engine, which has its own options. Expected it in createRiskEngine({ ${other}: … }).`,
  )
}

function warn({ logger }: ParsedOptions, line: string): void {
  if (logger === null) process.emitWarning(line, 'RiskGuardWarning')
  else logger.warn({ component: 'riskguard' }, line)
}
