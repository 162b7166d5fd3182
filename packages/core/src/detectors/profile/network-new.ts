import { asn, eventTime, kindOfNetwork } from '../../facts/facts.js'
import { optional } from '../../facts/need.js'
import { networkUsers } from '../../history/features/network.js'
import { profileAsns, profileDevices, profileKinds, profileNetworks } from '../../history/features/profile.js'
import { defineDetector } from '../define-detector.js'
import { habitCount, isKnown, novelty, settledness } from './familiar.js'
import { historyNeeds, successesOf } from './history-of.js'
import { calmness } from './restlessness.js'

/** With so many other people in the block within a month, it is one that everybody comes by: a carrier's, an office's. */
const POPULAR = 3
/** Exits change, the company that runs them seldom does. */
const OTHER_SERVICE = 0.4
/** Their own device in hand, people are anywhere. */
const OWN_DEVICE = 0.45
/** Where the app knows no devices of the person, a place is all that changes with every journey. */
const NO_DEVICES = 0.88

/** An address block that is new to the user: weighs only together with something else that is. */
export const profileNetworkNew = defineDetector({
  name: 'profile_network_new',
  summary:
    'The user never succeeded from this address block (/24 or /56), is not somebody who is always somewhere new, and hardly anybody else was there within a month.',
  honest: 'Everybody in a hotel or at a friend’s: on a device of their own it asks for nothing.',
  needs: {
    operator: optional(asn),
    known: optional(profileAsns.entry),
    block: profileNetworks.entry,
    blocks: profileNetworks.novelty,
    sort: optional(kindOfNetwork),
    kind: optional(profileKinds.entry),
    kinds: optional(profileKinds.successes),
    device: profileDevices.entry,
    devices: profileDevices.size,
    users: networkUsers.in('30d'),
    now: eventTime,
    ...historyNeeds,
  },
  raises: {},
  basis: 'history',
  group: 'profile_network',
  weight: { account_takeover: 1.75 },
  evaluate({ operator, known, block, blocks, sort, kind, kinds, device, devices, users, now, byIp, byDevice }) {
    const successes = successesOf({ byIp, byDevice })
    if (successes === 0 || blocks.successes === 0 || novelty(block) === 0) return undefined
    // Somebody's restlessness is that of one kind of network: who always comes by a relay doesn't travel.
    const onKind = sort === undefined ? blocks.successes : habitCount(kind)
    const isPlain = sort === undefined || sort === 'plain-'
    const isOtherService = !isPlain && operator !== undefined && !isKnown(known)
    const calm = calmness(blocks, now, {
      isPlain,
      successes: onKind,
      others: Math.max(0, (kinds ?? onKind) - onKind),
    })
    const rare = Math.max(0, 1 - users / POPULAR)
    const strength =
      settledness(successes) *
      novelty(block) *
      (isOtherService ? Math.max(OTHER_SERVICE, calm) : calm) *
      rare *
      (devices === 0 ? NO_DEVICES : OWN_DEVICE + (1 - OWN_DEVICE) * novelty(device))
    if (strength === 0) return undefined
    return { strength, data: { operator_known: isKnown(known), calm: round(calm), people_30d: users, successes } }
  },
})

function round(share: number): number {
  return Math.round(share * 100) / 100
}
