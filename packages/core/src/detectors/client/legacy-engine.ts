import { legacyEngine } from '../../facts/client/needs.js'
import { defineDetector } from '../define-detector.js'

/** MCPS-2400. */
export const clientLegacyEngine = defineDetector({
  name: 'client_legacy_engine',
  summary:
    'The browser runs on an engine that its maker has given up: Internet Explorer, EdgeHTML, Presto, old WebKit, Chromium or Gecko.',
  honest: 'An office with an application of the nineties, a museum piece of a phone: alone it asks for nothing.',
  needs: { legacy: legacyEngine },
  raises: { anomalies: ['MCPS-2400'] },
  basis: 'context',
  witness: 'client',
  group: 'client_age',
  weight: { bot: 0.8, account_abuse: 0.4, account_takeover: 0.4 },
  evaluate: ({ legacy }) =>
    legacy === null ? undefined : { data: { engine: legacy.engine, version: legacy.version } },
})
