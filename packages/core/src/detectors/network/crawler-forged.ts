import { crawler } from '../../facts/client/needs.js'
import { crawlerProof } from '../../facts/network-view.js'
import { defineDetector } from '../define-detector.js'

/** spoofed_device: a search engine that its operator's DNS doesn't know. */
export const networkCrawlerForged = defineDetector({
  name: 'network_crawler_forged',
  summary:
    'The client poses as a search engine’s robot, and its address, looked up both ways, is none of that operator’s.',
  honest: 'Website owners who try out what search engines see: nobody does that on a login.',
  needs: { crawler, proof: crawlerProof },
  raises: { signals: ['spoofed_device'] },
  basis: 'attempt',
  group: 'client_program',
  weight: { bot: 3.2, account_abuse: 1.6, account_takeover: 1.4 },
  evaluate({ crawler, proof }) {
    return crawler === null || proof !== 'forged' ? undefined : { data: { crawler: crawler.name } }
  },
})
