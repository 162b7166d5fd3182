import type { NetworkKind } from '@riskguard/core'
import { kindByName } from './kind-by-name.js'
import { knownOperators, type OperatorKind, relayCarriers } from './known-operators.js'

/** What is known of an operator. */
export interface OperatorFacts {
  readonly kind: NetworkKind | null
  /** `operator`: it runs a VPN service; `carrier`: VPN services rent their exits there. */
  readonly vpn: 'operator' | 'carrier' | null
  /** Privacy relays leave from here too. */
  readonly carriesRelays: boolean
}

/** By the curated table first, then by what the registered name says. */
export function kindOf(asn: number | null, organization: string | null): OperatorFacts {
  const known = asn === null ? undefined : knownOperators.get(asn)
  return {
    kind: known === undefined ? (organization === null ? null : kindByName(organization)) : toKind(known),
    vpn: known === 'vpn' ? 'operator' : known === 'vpn_carrier' ? 'carrier' : null,
    carriesRelays: asn !== null && relayCarriers.has(asn),
  }
}

function toKind(known: OperatorKind): NetworkKind {
  return known === 'vpn' || known === 'vpn_carrier' ? 'hosting' : known
}
