import type { NetworkFacts, NetworkListing } from '../../facts/network.js'
import { freshest, isRelay, LEAST_WORTH } from '../../facts/network-view.js'
import type { PublicName } from '../../vocabulary/index.js'
import type { Evidence } from '../define-detector.js'
import { isStranger, strangerNeeds } from '../stranger.js'

/**
 * Where it weighs less: on a device of their own, people who always use a VPN or work on a server's desktop stand for
 * themselves; the fact is told all the same.
 */
const OWN_DEVICE = 0.25

export const hidingNeeds = strangerNeeds

/** Evidence that an address stands on a list of such kinds; a privacy relay's never does. */
export function listedEvidence(
  network: NetworkFacts,
  kinds: readonly NetworkListing['kind'][],
  device: Parameters<typeof isStranger>[0],
  names?: readonly PublicName[],
): Evidence | undefined {
  if (isRelay(network)) return undefined
  const found = freshest(network, kinds)
  if (found === undefined || found.worth < LEAST_WORTH) return undefined
  const { name, age_days } = found.listing
  const stranger = isStranger(device)
  return {
    strength: found.worth * (stranger ? 1 : OWN_DEVICE),
    data: { list: name, age_days, own_device: !stranger },
    ...(names === undefined ? {} : { names }),
  }
}

/** As for lists, for what is known by the operator of the network. */
export function operatorStrength(device: Parameters<typeof isStranger>[0]): number {
  return isStranger(device) ? 1 : OWN_DEVICE
}
