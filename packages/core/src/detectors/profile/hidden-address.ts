import { kindOfNetwork } from '../../facts/facts.js'
import type { NetworkKindHabit } from '../../facts/habits.js'
import type { FamiliarReading } from '../../history/feature.js'
import { profileDevices, profileIps, profileKinds } from '../../history/features/profile.js'
import { defineDetector } from '../define-detector.js'
import { habitShare, isKnown, novelty, settledness } from './familiar.js'
import { historyNeeds, successesOf } from './history-of.js'

/** How unusual each kind is for somebody who never used it. A relay is a phone's default, and few who hide are without a habit. */
const STRENGTHS: Readonly<Record<NetworkKindHabit, number>> = {
  'tor---': 1.3,
  'vpn---': 1,
  'proxy-': 1,
  hosted: 1,
  'relay-': 0.66,
  'plain-': 0.55,
}
/** A third of somebody's successes make a kind theirs; of the ordinary kind, half. */
const HABIT = 3
const PLAIN_HABIT = 2

/** So many logins without ever hiding make it a habit not to. */
const NEVER_HID = 8
/** A stolen cookie makes every device familiar: with a new block, this outweighs it once. */
const OWN_DEVICE = 1.35

/** A kind of network that isn't the user's. */
export const profileHiddenAddress = defineDetector({
  name: 'profile_hidden_address',
  summary:
    'The address is of a kind by which the user hardly ever comes: a VPN, Tor, a data centre, a relay, or an ordinary connection for somebody who always hides. On a device of their own, only where they never hid in many logins.',
  honest: 'A customer who tries a VPN for the first time with cleared cookies; one who always uses it is known by it.',
  needs: {
    kind: kindOfNetwork,
    same: profileKinds.entry,
    kinds: profileKinds.successes,
    device: profileDevices.entry,
    ip: profileIps.entry,
    ...historyNeeds,
  },
  raises: {},
  basis: 'history',
  group: 'profile_hidden',
  weight: { account_takeover: 2.2 },
  evaluate({ kind, same, kinds, device, ip, byIp, byDevice }) {
    const successes = successesOf({ byIp, byDevice })
    // Without any kind so far, the app got its network data yesterday and knows nobody's.
    if (successes === 0 || kinds === 0 || isKnown(ip)) return undefined
    if (isKnown(device)) return onOwnDevice(kind, same, successes)
    const foreign = Math.max(0, 1 - (kind === 'plain-' ? PLAIN_HABIT : HABIT) * habitShare(same, kinds))
    if (foreign === 0) return undefined
    return { strength: STRENGTHS[kind] * foreign * novelty(device) * settledness(successes), data: { kind, successes } }
  },
})

/** Their own device, or a copy of its cookie: nobody who hides regularly, and no relay, is asked. */
function onOwnDevice(
  kind: NetworkKindHabit,
  same: FamiliarReading | null,
  successes: number,
): { readonly strength: number; readonly data: { readonly kind: string; readonly successes: number } } | undefined {
  if (kind === 'plain-' || kind === 'relay-' || same !== null || successes < NEVER_HID) return undefined
  return { strength: OWN_DEVICE, data: { kind, successes } }
}
