import { describeDetector } from '../contract/describe-detector.js'
import { profileFamiliarModel } from './familiar-model.js'

const entry = { firstMs: 0, lastMs: 0, successes: 2, days: 1, onProbation: false }

describeDetector(profileFamiliarModel, {
  base: { device: null, model: entry },
  fires: { 'the same phone without its cookie': [{}, { data: { successes: 2 } }] },
  silent: {
    'the device itself is known': { device: entry },
    'another model': { model: null },
    'a model on probation': { model: { ...entry, onProbation: true } },
  },
})
