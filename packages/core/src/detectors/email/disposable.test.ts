import { toMailDomain } from '../../facts/email/domain.js'
import { describeDetector } from '../contract/describe-detector.js'
import { disposableEmailDomain } from './disposable.js'

describeDetector(disposableEmailDomain, {
  base: { domain: toMailDomain('gmail.com'), exchange: undefined },
  fires: {
    'mailinator.com': [{ domain: toMailDomain('mailinator.com') }, { data: { by: 'list' } }],
    'a sub-domain of yopmail.com': [{ domain: toMailDomain('jkl.yopmail.com') }, { data: { by: 'list' } }],
    'a name given away, not listed yet': [
      { domain: toMailDomain('x7k2q9.kozow.com') },
      { strength: 0.8, data: { by: 'name', marks: ['free_host'] } },
    ],
    'a cheap ending with digits': [{ domain: toMailDomain('kq7z77.website') }, { strength: 0.5 }],
    'mail that goes to a throw-away service': [
      { domain: toMailDomain('nice-name.org'), exchange: { delivery: 'accepts', throwawayHost: true } },
      { data: { by: 'exchange' } },
    ],
  },
  silent: {
    'gmail.com': {},
    'an alias of DuckDuckGo': { domain: toMailDomain('duck.com') },
    'an alias of Firefox Relay': { domain: toMailDomain('x.mozmail.com') },
    'an alias of Apple': { domain: toMailDomain('privaterelay.appleid.com') },
    'a business of its own': { domain: toMailDomain('smith-plumbing.online') },
    'an own domain at an ordinary exchanger': {
      domain: toMailDomain('anna-berger.com'),
      exchange: { delivery: 'accepts', throwawayHost: false },
    },
  },
})
