import type { NetworkKind } from '@riskguard/core'
import { kindByName, namesVpn } from './kind-by-name.js'
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
  const sellsVpn = known === 'vpn' || (organization !== null && namesVpn(organization))
  return {
    kind: sellsVpn || known === 'vpn_carrier' ? 'hosting' : kindFrom(known, organization),
    vpn: sellsVpn ? 'operator' : known === 'vpn_carrier' ? 'carrier' : null,
    carriesRelays: asn !== null && relayCarriers.has(asn),
  }
}

function kindFrom(
  known: Exclude<OperatorKind, 'vpn_carrier'> | undefined,
  organization: string | null,
): NetworkKind | null {
  if (known === 'vpn') return 'hosting'
  return known ?? (organization === null ? null : kindByName(organization))
}
