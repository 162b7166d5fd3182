import { deviceIps } from '../../history/features/device.js'
import { defineDetector } from '../define-detector.js'

/** A phone on a train changes its address with each carrier gateway; ten an hour leaves it room. */
const PER_HOUR = 10
const PER_DAY = 40

/** DEVICE_COOKIE_REUSED by the number of places at which one device is: a copied cookie behind rotating proxies. */
export const deviceManyAddresses = defineDetector({
  name: 'device_many_addresses',
  summary: 'Counts the addresses from which one device id comes within an hour and a day.',
  honest:
    'Somebody whose carrier gives nearly every connection another address: it adds to the score and does not challenge alone.',
  needs: { hour: deviceIps.in('1h'), day: deviceIps.in('24h') },
  raises: { reasons: ['DEVICE_COOKIE_REUSED'] },
  basis: 'velocity',
  group: 'device_velocity',
  weight: { account_takeover: 1, bot: 0.8 },
  evaluate({ hour, day }) {
    const excess = Math.max(hour / PER_HOUR, day / PER_DAY)
    if (excess <= 1) return undefined
    return { strength: excess >= 3 ? 2 : 1, data: { addresses_1h: hour, addresses_24h: day } }
  },
})
