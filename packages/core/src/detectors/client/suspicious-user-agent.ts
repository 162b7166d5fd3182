import { automation, crawler } from '../../facts/client/needs.js'
import { defineDetector } from '../define-detector.js'

/** A program that we can't place may be the host's own app: half of what a named tool weighs. */
const UNRECOGNISED_STRENGTH = 0.5

/** DEVICE_SUSPICIOUS_USERAGENT and MCPS-5000. */
export const suspiciousUserAgent = defineDetector({
  name: 'client_suspicious_user_agent',
  summary:
    'The user agent or the client hints name an automation tool, or a program that is neither a browser nor a known device.',
  honest:
    "The host's own end-to-end tests, or an app of the host's with a home-made user agent: put those on an allow list.",
  needs: { automation, crawler },
  raises: { reasons: ['DEVICE_SUSPICIOUS_USERAGENT'], anomalies: ['MCPS-5000'] },
  basis: 'attempt',
  witness: 'client',
  group: 'client_program',
  weight: { bot: 3.4, account_abuse: 1.4, account_takeover: 1.4 },
  evaluate({ automation, crawler }) {
    if (automation !== null && !automation.shell) return { data: { tool: automation.tool } }
    if (crawler?.evidence !== 'unrecognised') return undefined
    return {
      strength: UNRECOGNISED_STRENGTH,
      names: ['DEVICE_SUSPICIOUS_USERAGENT'],
      data: { tool: null, program: crawler.name },
    }
  },
})
