import type { Inconsistency } from '../../facts/client/header-shape.js'
import { headerInconsistencies } from '../../facts/client/needs.js'
import { defineDetector } from '../define-detector.js'

/**
 * How much each contradiction says. Near 1: no browser does it (Fetch, UA Client Hints and Fetch Metadata say so) and of
 * 4,000 people's browsers next to none did. Less: filtering proxies and privacy extensions do it too.
 */
const STRENGTH = {
  missing_accept: 0.8,
  missing_accept_encoding: 0.6,
  missing_accept_language: 0.9,
  missing_client_hints: 1.2,
  missing_fetch_metadata: 0.8,
  missing_origin: 0.9,
  foreign_accept_encoding: 1,
  foreign_accept_language: 1.4,
  foreign_accept: 0.6,
  foreign_fetch_metadata: 1,
  foreign_te: 1,
  foreign_connection: 0.6,
  foreign_client_hints: 1.4,
  malformed_client_hints: 1.2,
  hints_version_mismatch: 1.4,
  hints_platform_mismatch: 1.4,
  hints_mobile_mismatch: 1.2,
  duplicate_user_agent: 1,
  header_case: 0.9,
  header_order: 0.8,
  header_flood: 1,
} as const satisfies Record<Inconsistency, number>

/** One small oddity is a proxy's or an extension's; below this nothing is said. */
const LEAST = 0.8
/** Names and versions that contradict each other, not headers that a proxy may have eaten. */
const FALSIFIED: ReadonlySet<Inconsistency> = new Set([
  'foreign_client_hints',
  'malformed_client_hints',
  'hints_version_mismatch',
  'hints_platform_mismatch',
  'hints_mobile_mismatch',
  'missing_client_hints',
  'foreign_accept_language',
])

/** spoofed_device, DEVICE_SPOOFED and, where two stated names contradict each other, MCPS-6000. */
export const clientHeaderInconsistencies = defineDetector({
  name: 'client_header_inconsistencies',
  summary:
    'The headers are not what the browser that the user agent claims sends: some are missing, foreign, or contradict each other.',
  honest: 'A privacy extension that changes the user agent, a filtering proxy: one oddity alone asks for nothing.',
  needs: { inconsistencies: headerInconsistencies },
  raises: { reasons: ['DEVICE_SPOOFED'], signals: ['spoofed_device'], anomalies: ['MCPS-6000'] },
  basis: 'attempt',
  witness: 'client',
  group: 'client_program',
  weight: { bot: 1.5, account_abuse: 0.7, account_takeover: 0.8 },
  evaluate({ inconsistencies }) {
    const strength = inconsistencies.reduce((sum, name) => sum + STRENGTH[name], 0)
    if (strength < LEAST) return undefined
    const falsified = inconsistencies.some((name) => FALSIFIED.has(name))
    const names = falsified
      ? (['DEVICE_SPOOFED', 'spoofed_device', 'MCPS-6000'] as const)
      : (['DEVICE_SPOOFED', 'spoofed_device'] as const)
    return { strength: Math.min(3, strength), names, data: { inconsistencies } }
  },
})
