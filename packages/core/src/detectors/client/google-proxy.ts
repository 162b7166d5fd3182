import { googleProxy } from '../../facts/client/needs.js'
import { defineDetector } from '../define-detector.js'

/** MCPS-1900. */
export const clientGoogleProxy = defineDetector({
  name: 'client_google_proxy',
  summary:
    'A service of Google that compresses or prefetches pages fetched this one, so the address is not that of the reader.',
  honest: 'A reader on a slow line or with data saving on.',
  needs: { googleProxy },
  raises: { anomalies: ['MCPS-1900'] },
  basis: 'context',
  witness: 'client',
  group: 'client_intermediary',
  weight: { account_takeover: 0.2, bot: 0.2 },
  evaluate: ({ googleProxy }) => (googleProxy === null ? undefined : { data: { proxy: googleProxy.name } }),
})
