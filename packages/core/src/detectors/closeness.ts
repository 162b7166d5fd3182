import type { RiskEvent } from '../facts/event.js'
import { FAILED, type Need } from '../facts/need.js'
import { deviceFailedAccounts, deviceFailures, deviceUsers } from '../history/features/device.js'
import { profileAsns, profileDevices, profileIps, profileNetworks } from '../history/features/profile.js'
import type { PressureReading } from '../history/global/pressure.js'
import { isKnown } from './profile/familiar.js'
import { isStranger } from './stranger.js'

/** How near an event is to the person that it names, nearest first. The order stands in sealed tokens. */
export const CLOSENESS = [
  /** On a device on which they succeeded before. */
  'own_device',
  /** On a device on which somebody did, without many failures. */
  'proven_device',
  'own_address',
  'own_block',
  'own_operator',
  /** They have a past, and nothing of it is here. */
  'stranger',
  /** Nobody has succeeded under this name yet. */
  'newcomer',
  /** The host says that nobody has this name. */
  'unknown_name',
] as const
export type Closeness = (typeof CLOSENESS)[number]

const ownDevice = profileDevices.entry
const proven = deviceUsers.in('30d')
const failedAccounts = deviceFailedAccounts.in('24h')
const failures = deviceFailures.in('24h')
const ownIp = profileIps.entry
const ownBlock = profileNetworks.entry
const ownOperator = profileAsns.entry
const successes = profileIps.successes
const parts = [ownDevice, proven, failedAccounts, failures, ownIp, ownBlock, ownOperator, successes] as const

/** Absent where there is no name to be near to, failed where the person's record is. */
export const closeness: Need<Closeness> = {
  name: 'person.closeness',
  source: 'history',
  features: parts.flatMap((need) => need.features),
  optional: false,
  read(event) {
    if (event.person.account === 'unknown') return 'unknown_name'
    const own = ownDevice.read(event)
    if (own === FAILED) return FAILED
    if (own === undefined) return undefined
    if (isKnown(own)) return 'own_device'
    const device = {
      own,
      proven: known(proven, event),
      deviceFailed: known(failedAccounts, event),
      deviceFailures: known(failures, event),
    }
    if (!isStranger(device)) return 'proven_device'
    if (isKnown(known(ownIp, event))) return 'own_address'
    if (isKnown(known(ownBlock, event))) return 'own_block'
    if (isKnown(known(ownOperator, event))) return 'own_operator'
    return (known(successes, event) ?? 0) > 0 ? 'stranger' : 'newcomer'
  },
}

function known<T>(need: Need<T>, event: RiskEvent): T | undefined {
  const value = need.read(event)
  return value === FAILED ? undefined : value
}

/** What the app's surplus of failures says of this attempt; absent while nothing stands out. */
export const pressure: Need<PressureReading> = {
  name: 'everyone.pressure',
  source: 'history',
  features: closeness.features,
  optional: false,
  read(event) {
    const { everyone, members } = event
    if (everyone === null || !everyone.isUnderPressure()) return undefined
    const near = closeness.read(event)
    if (near === FAILED) return FAILED
    return (
      everyone.pressure({
        action: event.action,
        closeness: near ?? null,
        carries: members.carries ?? null,
        kind: members.kind ?? null,
        asn: members.asn ?? null,
        browser: members.browser ?? null,
        shape: members.shape ?? null,
      }) ?? undefined
    )
  },
}
