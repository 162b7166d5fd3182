import { appStanding } from '../../facts/facts.js'
import { defineDetector } from '../define-detector.js'

/** Chrome has begun to leave the package's name out, so that hiding it says little. */
const HIDDEN_STRENGTH = 0.25

/** MCPS-4000 from headers: an app's page view that hides which app it is, or is none of the host's. */
export const appIdentity = defineDetector({
  name: 'app_identity',
  summary: "Compares the app that shows the page with the operator's own apps.",
  honest:
    "Somebody who follows your link inside a messenger's or a search app's page view: it adds little and challenges nobody alone.",
  needs: { app: appStanding },
  raises: { anomalies: ['MCPS-4000'] },
  basis: 'attempt',
  group: 'app',
  weight: { account_abuse: 1.2, bot: 0.8 },
  evaluate({ app }) {
    if (app === 'own') return undefined
    return { strength: app === 'hidden' ? HIDDEN_STRENGTH : 1, data: { app } }
  },
})
