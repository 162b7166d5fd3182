import { describeDetector } from '../contract/describe-detector.js'
import { desktopWhereMobile } from './desktop-where-mobile.js'

describeDetector(desktopWhereMobile, {
  base: { platform: 'desktop', expected: 'mobile' },
  fires: { 'a desktop where phones are expected': [{}, { data: { platform: 'desktop', expected: 'mobile' } }] },
  silent: {
    'a phone': { platform: 'mobile' },
    'a tablet': { platform: 'tablet' },
    'a robot, which other detectors name': { platform: 'bot' },
    'a desktop where desktops are expected': { expected: 'desktop' },
  },
})
