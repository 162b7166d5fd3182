import { targetDevices, targetEvents, targetIps } from '../../history/features/target.js'
import { defineDetector } from '../define-detector.js'
import { isStranger, strangerNeeds } from '../stranger.js'

/** Phone, tablet and computer of one person; the fourth within an hour is somebody else's, and so is the sixth address. */
const DEVICES = 3
const ADDRESSES = 5
/** Two events for each are a use of the account, not a synchronisation. */
const EVENTS = 6

/** PROFILE_DEVICE_VELOCITY. */
export const profileDeviceVelocity = defineDetector({
  name: 'profile_device_velocity',
  summary: 'Counts the devices and addresses that are busy on one account within an hour.',
  honest:
    'A family that shares one account on four screens: on devices that have proved themselves it is not held against them.',
  needs: {
    devices: targetDevices.in('1h'),
    addresses: targetIps.in('1h'),
    events: targetEvents.in('1h'),
    ...strangerNeeds,
  },
  raises: { reasons: ['PROFILE_DEVICE_VELOCITY'] },
  // What others do under a name is no fault of who comes next: it asks for proof and denies nobody.
  basis: 'history',
  group: 'target',
  weight: { account_takeover: 1.6, account_abuse: 1, bot: 0.6 },
  evaluate({ devices, addresses, events, own, proven, deviceFailed, deviceFailures }) {
    if (
      events < EVENTS ||
      (devices <= DEVICES && addresses <= ADDRESSES) ||
      !isStranger({ own, proven, deviceFailed, deviceFailures })
    )
      return undefined
    const strength = Math.min(2, Math.max(1, devices / DEVICES / 1.5, addresses / ADDRESSES / 1.5))
    return { strength, data: { devices_1h: devices, addresses_1h: addresses, events_1h: events } }
  },
})
