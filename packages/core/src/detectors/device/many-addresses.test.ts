import { describeDetector } from '../contract/describe-detector.js'
import { deviceManyAddresses } from './many-addresses.js'

describeDetector(deviceManyAddresses, {
  base: { hour: 1, day: 3 },
  fires: {
    'the eleventh address in an hour': [
      { hour: 11, day: 11 },
      { strength: 1, data: { addresses_1h: 11 } },
    ],
    'the forty-first in a day': [{ hour: 2, day: 41 }],
    'a cookie that a whole proxy pool presents': [{ hour: 60, day: 60 }, { strength: 2 }],
  },
  silent: {
    'a phone between home, train and office': { hour: 4, day: 9 },
    'ten in an hour, on a carrier that changes them often': { hour: 10, day: 25 },
    'forty in a day': { hour: 5, day: 40 },
  },
})
