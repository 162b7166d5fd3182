import { describeDetector } from '../contract/describe-detector.js'
import { clientAdultKeywords } from './adult-keywords.js'

describeDetector(clientAdultKeywords, {
  base: { keyword: null },
  fires: { 'a word of such a site': [{ keyword: 'porn' }, { data: { keyword: 'porn' } }] },
  silent: { 'no such word': {} },
})
