import { describeDetector } from '../contract/describe-detector.js'
import { networkCrawlerGenuine } from './crawler-genuine.js'

const robot = { name: 'googlebot', evidence: 'declared', reverseDns: ['googlebot.com'] }

describeDetector(networkCrawlerGenuine, {
  base: { crawler: robot, proof: 'genuine' },
  fires: { 'as its operator’s DNS says': [{}, { data: { crawler: 'googlebot' } }] },
  silent: { 'the other answer': { proof: 'forged' }, 'no robot at all': { crawler: null } },
})
