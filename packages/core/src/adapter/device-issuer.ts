import type { DeviceCookie } from '../facts/device/device-cookie.js'
import { nextGeneration } from '../facts/device/generation.js'
import type { DeviceFact } from '../facts/event.js'
import type { ParsedOptions } from '../options.js'
import type { RequestFacts } from './request-facts.js'
import type { RequestState } from './request-state.js'
import { setCookieAtHead } from './set-cookie.js'

/** Knows devices by our cookie, and gives one to those that have none. */
export interface DeviceIssuer {
  /** What the request's cookie stands for. On a response to a declared action, the cookie that it lacks is on its way. */
  deviceOf(state: RequestState, facts: RequestFacts, source: 'declared' | 'inferred'): DeviceFact
  /**
   * After a proven success: the device's cookie of the next generation, or, where it sent an old copy of another's, a new
   * one of its own. Gives the generation for the history to keep; null: nothing has changed.
   */
  rotate(state: RequestState): number | null
}

export function createDeviceIssuer(options: {
  readonly cookies: DeviceCookie
  readonly mode: ParsedOptions['cookie']['mode']
  readonly infer: ParsedOptions['infer']
}): DeviceIssuer {
  const { cookies, mode, infer } = options

  function send(state: RequestState, cookie: NonNullable<RequestState['cookie']>): void {
    const isFirst = state.cookie === null
    state.cookie = cookie
    if (!isFirst) return
    const mayBeSet = () => mode === 'on-action' || state.hasConsent
    setCookieAtHead(state.exchange.rawResponse, () => (mayBeSet() ? (state.cookie?.setCookie ?? null) : null))
  }

  function isOurs(source: RequestState['source']): boolean {
    // With infer on, an inferred action is as good as a declared one.
    return mode !== 'off' && (source === 'declared' || (source === 'inferred' && infer === 'on'))
  }

  return {
    deviceOf(state, { cookie, transport }, source) {
      const { standing, id, generation, renew } = cookie
      const response = { nowMs: state.openedAtMs, transport }
      if (isOurs(source) && state.cookie === null) {
        if (standing !== 'known' || id === null) send(state, cookies.issue(response))
        else if (renew) send(state, { id, setCookie: cookies.renew({ id, generation }, response) })
      }
      if (standing === 'known') return { id, standing, generation }
      if (standing !== 'none') return { id, standing }
      // Without consent nothing will come back under this id.
      if (state.cookie === null || mode !== 'on-action') return { id: null, standing: 'none' }
      return { id: state.cookie.id, standing: 'new' }
    },
    rotate(state) {
      const { facts, risk, source, exchange, openedAtMs } = state
      if (facts === null || risk === null || !isOurs(source) || exchange.rawResponse.headersSent) return null
      const { standing, id, generation } = facts.cookie
      if (standing !== 'known' || id === null) return null
      const response = { nowMs: openedAtMs, transport: facts.transport }
      if (risk.reasons.includes('DEVICE_COOKIE_REUSED')) {
        send(state, cookies.issue(response))
        return null
      }
      send(state, { id, setCookie: cookies.rotate({ id, generation }, response) })
      return nextGeneration(generation)
    },
  }
}
