import { describeDetector } from '../contract/describe-detector.js'
import { hiddenStuffing } from './hidden-stuffing.js'

const reading = (logOdds: number) => ({ pressure: { surplus: 80.4, successes: 49.6, logOdds } })

describeDetector(hiddenStuffing, {
  base: reading(2.5),
  fires: {
    'an attempt like those of the surplus': [{}, { strength: 1, data: { surplus: 80, successes: 50, log_odds: 2.5 } }],
    'one that is as likely a good one': [reading(0), { strength: 0.5 / 3 }],
  },
  silent: {
    'one that is nothing like them': reading(-3),
    'one at the lower end': reading(-0.5),
  },
})
