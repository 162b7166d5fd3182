import { toPlaceText } from '../../history/place.js'
import { describeDetector } from '../contract/describe-detector.js'
import { deviceImpossibleTravel } from './impossible-travel.js'

const HOUR = 3_600_000
const berlin = { lat: 52.52, lon: 13.4, accuracyKm: 20 }
const sydney = { lat: -33.87, lon: 151.21, accuracyKm: 50 }
const inBerlin = toPlaceText({ ...berlin, anonymised: false, atMs: 0 })

describeDetector(deviceImpossibleTravel, {
  base: { last: inBerlin, here: sydney, hides: false, now: 3 * HOUR },
  fires: {
    'Sydney three hours after Berlin': [{}, { data: { hours: 3 } }],
    'nobody knows the kind of network': [{ hides: undefined }],
  },
  silent: {
    'Sydney a day after Berlin': { now: 24 * HOUR },
    'still in Berlin': { here: berlin },
    'the address hides its user': { hides: true },
    'the last address hid its user': { last: toPlaceText({ ...berlin, anonymised: true, atMs: 0 }) },
    'a place that cannot be read': { last: 'somewhere' },
  },
})
