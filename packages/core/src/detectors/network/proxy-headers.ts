import { googleProxy, operaMini } from '../../facts/client/needs.js'
import { optional } from '../../facts/need.js'
import { clientProxyHeaders } from '../../facts/network-view.js'
import { defineDetector } from '../define-detector.js'

/** proxy_ip, by what a proxy on the client's side says of itself. Never believed, only noticed. */
export const networkProxyHeaders = defineDetector({
  name: 'network_proxy_headers',
  summary:
    'The request carries headers that proxies add (Via, Forwarded, X-Forwarded-For), and no trusted proxy wrote them.',
  honest: 'Offices, schools and hotels whose gateway filters what people read: it weighs next to nothing.',
  needs: { headers: clientProxyHeaders, google: optional(googleProxy), opera: optional(operaMini) },
  raises: { signals: ['proxy_ip'] },
  basis: 'context',
  witness: 'client',
  group: 'network_hiding',
  weight: { account_takeover: 0.15, account_abuse: 0.15, bot: 0.2 },
  evaluate({ headers, google, opera }) {
    // Those services have names of their own.
    if (headers.length === 0 || (google !== null && google !== undefined) || opera === true) return undefined
    return { data: { headers } }
  },
})
