/**
 * Traits that come in a handful of kinds: whether a client carries its device's id, the kind of network, the kind of
 * machine. As members of a familiarity table they need no hash; they identify nobody.
 */
import type { ClientPlatform } from './client/traits.js'
import type { DeviceFact } from './event.js'
import type { NetworkFacts } from './network.js'

/** Six characters each, as members are. Append-only: their positions stand in sealed tokens. */
export const CARRIES = ['cookie', 'none--'] as const
export const NETWORK_KINDS = ['plain-', 'relay-', 'vpn---', 'tor---', 'proxy-', 'hosted'] as const
export const PLATFORMS = ['deskto', 'mobile', 'tablet', 'tv----', 'bot---', 'unknow'] as const

export type Carries = (typeof CARRIES)[number]
export type NetworkKindHabit = (typeof NETWORK_KINDS)[number]
export type PlatformHabit = (typeof PLATFORMS)[number]

/** An id that was first issued in answer to this request was not carried by it. */
export function carriesOf({ id, standing }: DeviceFact): Carries {
  return id !== null && (standing === 'known' || standing === 'reused') ? 'cookie' : 'none--'
}

/** A relay first: its addresses also stand in lists of data centres. Null without a network provider. */
export function networkKindOf(network: NetworkFacts | null): NetworkKindHabit | null {
  if (network === null) return null
  let kind: NetworkKindHabit = network.kind === 'hosting' ? 'hosted' : 'plain-'
  let rank = 0
  for (const { kind: listed } of network.lists) {
    const at = LISTED[listed]
    if (at === undefined || at.rank <= rank) continue
    rank = at.rank
    kind = at.kind
  }
  return kind
}

const LISTED: Readonly<Record<string, { readonly kind: NetworkKindHabit; readonly rank: number } | undefined>> = {
  tor: { kind: 'tor---', rank: 5 },
  relay: { kind: 'relay-', rank: 4 },
  vpn: { kind: 'vpn---', rank: 3 },
  proxy: { kind: 'proxy-', rank: 2 },
  datacenter: { kind: 'hosted', rank: 1 },
  cloud: { kind: 'hosted', rank: 1 },
}

const PLATFORM_HABITS: Readonly<Record<ClientPlatform, PlatformHabit>> = {
  desktop: 'deskto',
  mobile: 'mobile',
  tablet: 'tablet',
  tv: 'tv----',
  bot: 'bot---',
  unknown: 'unknow',
}

export function platformHabitOf(platform: ClientPlatform): PlatformHabit {
  return PLATFORM_HABITS[platform]
}
