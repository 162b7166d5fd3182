import { describeDetector } from '../contract/describe-detector.js'
import { networkCrawlerForged } from './crawler-forged.js'

const robot = { name: 'googlebot', evidence: 'declared', reverseDns: ['googlebot.com'] }

describeDetector(networkCrawlerForged, {
  base: { crawler: robot, proof: 'forged' },
  fires: { 'as its operator’s DNS says': [{}, { data: { crawler: 'googlebot' } }] },
  silent: { 'the other answer': { proof: 'genuine' }, 'no robot at all': { crawler: null } },
})
