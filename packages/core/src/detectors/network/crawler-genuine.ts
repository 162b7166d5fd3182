import { crawler } from '../../facts/client/needs.js'
import { crawlerProof } from '../../facts/network-view.js'
import { defineDetector } from '../define-detector.js'

/** web_crawler, proven by its operator's DNS. */
export const networkCrawlerGenuine = defineDetector({
  name: 'network_crawler_genuine',
  summary:
    'The client is the search engine’s robot that it says it is: its address, looked up both ways, is its operator’s.',
  honest: 'The robots that bring visitors; welcome on pages, and still no person who could log in.',
  needs: { crawler, proof: crawlerProof },
  raises: { signals: ['web_crawler'] },
  basis: 'context',
  group: 'client_program',
  weight: {},
  evaluate({ crawler, proof }) {
    return crawler === null || proof !== 'genuine' ? undefined : { data: { crawler: crawler.name } }
  },
})
