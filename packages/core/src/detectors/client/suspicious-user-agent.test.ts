import { describeDetector } from '../contract/describe-detector.js'
import { suspiciousUserAgent } from './suspicious-user-agent.js'

const robot = (evidence: string) => ({ name: 'hexa', evidence, reverseDns: null })

describeDetector(suspiciousUserAgent, {
  base: { automation: null, crawler: null },
  fires: {
    'a headless browser': [
      { automation: { tool: 'headless-chrome', shell: false } },
      { data: { tool: 'headless-chrome' } },
    ],
    'a program that nobody knows, weakly and as no proven bot': [
      { crawler: robot('unrecognised') },
      { strength: 0.5, names: ['DEVICE_SUSPICIOUS_USERAGENT'], data: { tool: null, program: 'hexa' } },
    ],
  },
  silent: {
    'a browser': {},
    'a desktop app in a shell': { automation: { tool: 'electron', shell: true } },
    'a declared crawler, which has a signal of its own': { crawler: robot('declared') },
  },
})
