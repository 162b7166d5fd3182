import { asn } from '../../facts/facts.js'
import { profileAsns, profileNetworks } from '../../history/features/profile.js'
import { defineDetector } from '../define-detector.js'
import { isKnown, settledness } from './familiar.js'
import { historyNeeds, successesOf } from './history-of.js'

/** A network operator that is new to the user: weighs only together with something else that is. */
export const profileNetworkNew = defineDetector({
  name: 'profile_network_new',
  summary: 'The address belongs to a network operator (ASN) from which the user never succeeded.',
  honest: 'Everybody in a hotel or at a friend’s: on a device of their own it asks for nothing.',
  needs: { here: asn, known: profileAsns.entry, asns: profileAsns.size, block: profileNetworks.entry, ...historyNeeds },
  raises: {},
  basis: 'history',
  group: 'profile_network',
  weight: { account_takeover: 1.5 },
  evaluate({ known, asns, block, ...history }) {
    const successes = successesOf(history)
    // A known block under another operator's name has been sold, not left.
    if (successes === 0 || asns === 0 || isKnown(known) || isKnown(block)) return undefined
    return { strength: settledness(successes), data: { asns, successes } }
  },
})
