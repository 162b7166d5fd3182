import { httpLibrary } from '../../facts/client/needs.js'
import { defineDetector } from '../define-detector.js'

/** http_client_library. */
export const clientHttpLibrary = defineDetector({
  name: 'client_http_library',
  summary: 'The user agent is that of a programming library or a command-line tool, or there is none at all.',
  honest: 'A partner who calls an endpoint from a script; give him an endpoint or an allow entry of his own.',
  needs: { library: httpLibrary },
  raises: { signals: ['http_client_library'] },
  basis: 'attempt',
  witness: 'client',
  group: 'client_program',
  weight: { bot: 3, account_abuse: 1.2, account_takeover: 1.2 },
  evaluate: ({ library }) => (library === null ? undefined : { data: { library: library.name } }),
})
