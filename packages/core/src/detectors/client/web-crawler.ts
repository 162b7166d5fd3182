import { crawler } from '../../facts/client/needs.js'
import { defineDetector } from '../define-detector.js'

/** web_crawler. */
export const webCrawler = defineDetector({
  name: 'client_web_crawler',
  summary: 'The user agent declares a robot: by name, by a contact address, or by a shape that no browser has.',
  honest: 'A search engine or a link preview on a public page; on login and payment nobody honest crawls.',
  needs: { crawler },
  raises: { signals: ['web_crawler'] },
  basis: 'attempt',
  witness: 'client',
  group: 'client_program',
  weight: { bot: 3, account_abuse: 1, account_takeover: 1 },
  evaluate({ crawler }) {
    if (crawler === null || crawler.evidence === 'unrecognised') return undefined
    return { data: { crawler: crawler.name, known_by: crawler.evidence } }
  },
})
