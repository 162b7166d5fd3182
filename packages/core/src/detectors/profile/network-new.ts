import { addressHides, asn } from '../../facts/facts.js'
import { optional } from '../../facts/need.js'
import { ipGoodUsers } from '../../history/features/ip.js'
import { networkGoodUsers } from '../../history/features/network.js'
import { profileAsns, profileNetworks } from '../../history/features/profile.js'
import { defineDetector } from '../define-detector.js'
import { isKnown, novelty, settledness } from './familiar.js'
import { historyNeeds, successesOf } from './history-of.js'

/** With so many good users around a day, a network halves its novelty: sooner or later everybody comes by a carrier's. */
const POPULAR = 4

/** Without network data the address block stands in for its operator, which owns thousands of them. */
const BLOCK_WEIGHT = 0.75
/** Blocks of a VPN or relay change with every connection. */
const HIDDEN_BLOCK = 0.3

/** A network operator that is new to the user: weighs only together with something else that is. */
export const profileNetworkNew = defineDetector({
  name: 'profile_network_new',
  summary:
    'The address belongs to a network operator (ASN) (without network data: a block, /24 or /56) from which the user never succeeded.',
  honest: 'Everybody in a hotel or at a friend’s: on a device of their own it asks for nothing.',
  needs: {
    operator: optional(asn),
    hides: optional(addressHides),
    known: profileAsns.entry,
    asns: profileAsns.size,
    block: profileNetworks.entry,
    blocks: profileNetworks.size,
    users: ipGoodUsers.in('24h'),
    neighbours: networkGoodUsers.in('24h'),
    ...historyNeeds,
  },
  raises: {},
  basis: 'history',
  group: 'profile_network',
  weight: { account_takeover: 1.5 },
  evaluate({ operator, hides, known, asns, block, blocks, users, neighbours, byIp, byDevice }) {
    const successes = successesOf({ byIp, byDevice })
    const by = operator === undefined ? 'block' : 'operator'
    const learned = by === 'block' ? blocks : asns
    // A known block under another operator's name has been sold, not left.
    const newness = isKnown(block)
      ? 0
      : by === 'operator'
        ? novelty(known)
        : BLOCK_WEIGHT * novelty(block) * (hides === true ? HIDDEN_BLOCK : 1)
    if (successes === 0 || learned === 0 || newness === 0) return undefined
    const popular = Math.max(users, neighbours)
    const strength = (settledness(successes) * newness) / (1 + popular / POPULAR)
    return { strength, data: { by, networks: learned, successes, good_users_24h: popular } }
  },
})
