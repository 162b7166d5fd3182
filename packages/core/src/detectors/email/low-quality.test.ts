import { toMailDomain } from '../../facts/email/domain.js'
import { localPartFacts } from '../../facts/email/local-part.js'
import { describeDetector } from '../contract/describe-detector.js'
import { lowQualityEmail } from './low-quality.js'

const local = (text: string) => ({ local: localPartFacts(text) })

describeDetector(lowQualityEmail, {
  base: { domain: toMailDomain('gmail.com'), lookAlike: false, ...local('anna.berg') },
  fires: {
    'qwerty@': [local('qwerty'), { strength: 0.7, data: { why: ['keyboard'] } }],
    'asdasdasd@': [local('asdasdasd'), { strength: 1, data: { why: ['keyboard', 'repetition'] } }],
    'aaaaaa@': [local('aaaaaa')],
    'fuckthis@': [local('fuckthis'), { data: { why: ['profanity'] } }],
    'fqyjszwo@': [local('fqyjszwo'), { data: { why: ['chance'] } }],
    'a Cyrillic letter among Latin ones': [{ lookAlike: true }, { strength: 1, data: { why: ['look_alike'] } }],
  },
  silent: {
    'anna.berg@': {},
    'dickson@': local('dickson'),
    'power@': local('power'),
    'user84818@': local('user84818'),
    'an alias that a relay drew by lot': { domain: toMailDomain('duck.com'), ...local('x7k2q9w3v') },
  },
})
