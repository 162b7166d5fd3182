import type { DeviceCookie } from '../facts/device/device-cookie.js'
import type { DeviceFact } from '../facts/event.js'
import type { ParsedOptions } from '../options.js'
import type { RequestFacts } from './request-facts.js'
import type { RequestState } from './request-state.js'
import { setCookieAtHead } from './set-cookie.js'

/** Knows devices by our cookie, and gives one to those that have none. */
export interface DeviceIssuer {
  /** What the request's cookie stands for. On a response to a declared action, the cookie that it lacks is on its way. */
  deviceOf(state: RequestState, facts: RequestFacts, source: 'declared' | 'inferred'): DeviceFact
}

export function createDeviceIssuer(options: {
  readonly cookies: DeviceCookie
  readonly mode: ParsedOptions['cookie']['mode']
  readonly infer: ParsedOptions['infer']
}): DeviceIssuer {
  const { cookies, mode, infer } = options

  function issue(state: RequestState, { cookie, transport }: RequestFacts): NonNullable<RequestState['issued']> {
    const response = { nowMs: state.openedAtMs, transport }
    const { id, generation } = cookie
    const issued =
      cookie.standing === 'known' && id !== null
        ? { id, setCookie: cookies.renew({ id, generation }, response) }
        : cookies.issue(response)
    setCookieAtHead(state.exchange.rawResponse, () =>
      mode === 'on-action' || state.hasConsent ? issued.setCookie : null,
    )
    return issued
  }

  return {
    deviceOf(state, facts, source) {
      const { standing, id, renew } = facts.cookie
      // With infer on, an inferred action is as good as a declared one.
      const mayIssue = mode !== 'off' && (source === 'declared' || infer === 'on')
      if (mayIssue && state.issued === null && (standing !== 'known' || renew)) state.issued = issue(state, facts)
      if (standing !== 'none') return { id, standing }
      // Without consent nothing will come back under this id.
      if (state.issued === null || mode !== 'on-action') return { id: null, standing: 'none' }
      return { id: state.issued.id, standing: 'new' }
    },
  }
}
