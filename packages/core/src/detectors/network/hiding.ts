import { optional } from '../../facts/need.js'
import type { NetworkFacts, NetworkListing } from '../../facts/network.js'
import { freshest, isRelay, LEAST_WORTH } from '../../facts/network-view.js'
import { profileAsns } from '../../history/features/profile.js'
import type { PublicName } from '../../vocabulary/index.js'
import type { Evidence } from '../define-detector.js'
import { isKnown } from '../profile/familiar.js'
import { isStranger, strangerNeeds } from '../stranger.js'

/**
 * Where it weighs less: on a device of their own, people who always use a VPN or work on a server's desktop stand for
 * themselves; the fact is told all the same.
 */
const OWN_DEVICE = 0.25
/** On a device that is new, but from a network operator that the user came by before: their VPN, their office's cloud. */
const OWN_OPERATOR = 0.5

export const hidingNeeds = { ...strangerNeeds, operator: optional(profileAsns.entry) } as const

type Known = Parameters<typeof isStranger>[0] & { readonly operator: Parameters<typeof isKnown>[0] }

/** Evidence that an address stands on a list of such kinds; a privacy relay's never does. */
export function listedEvidence(
  network: NetworkFacts,
  kinds: readonly NetworkListing['kind'][],
  known: Known,
  names?: readonly PublicName[],
): Evidence | undefined {
  if (isRelay(network)) return undefined
  const found = freshest(network, kinds)
  if (found === undefined || found.worth < LEAST_WORTH) return undefined
  const { name, age_days } = found.listing
  return {
    strength: found.worth * strangeness(known),
    data: { list: name, age_days, own_device: !isStranger(known) },
    ...(names === undefined ? {} : { names }),
  }
}

/** How much a hiding address says of whoever comes with nothing of their own: 1, less for those who do. */
export function strangeness(known: Known): number {
  if (!isStranger(known)) return OWN_DEVICE
  return isKnown(known.operator) ? OWN_OPERATOR : 1
}
