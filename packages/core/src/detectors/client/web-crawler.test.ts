import { describeDetector } from '../contract/describe-detector.js'
import { webCrawler } from './web-crawler.js'

const robot = (evidence: string) => ({ name: 'examplebot', evidence, reverseDns: null })

describeDetector(webCrawler, {
  base: { crawler: null },
  fires: {
    'a robot that says so': [{ crawler: robot('declared') }, { data: { crawler: 'examplebot', known_by: 'declared' } }],
    'a browser with a contact address': [{ crawler: robot('contact') }],
    'a shape of no browser': [{ crawler: robot('shape') }],
  },
  silent: { 'a browser': {}, 'a program that nobody knows': { crawler: robot('unrecognised') } },
})
