import { toMailDomain } from '../../facts/email/domain.js'
import { localPartFacts } from '../../facts/email/local-part.js'
import { describeDetector } from '../contract/describe-detector.js'
import { youngEmailDomain } from './young-domain.js'

const HOUR = 3_600_000

describeDetector(youngEmailDomain, {
  base: {
    domain: toMailDomain('fabaoz.com'),
    local: localPartFacts('fqyjszwo'),
    ageMs: HOUR,
    signUps: 6,
  },
  fires: {
    'the sixth random address of a domain first seen an hour ago': [
      {},
      { data: { sign_ups_24h: 6, age_hours: 1, marks: [] } },
    ],
    'a day old to the millisecond': [{ ageMs: 24 * HOUR }],
    'a plain name at a domain with a cheap ending': [
      { domain: toMailDomain('fabaoz.site'), local: localPartFacts('anna.berg') },
    ],
  },
  silent: {
    'the fifth': { signUps: 5 },
    'a domain known since the day before yesterday': { ageMs: 48 * HOUR, signUps: 40 },
    "a company's colleagues": { local: localPartFacts('anna.berg'), signUps: 30 },
    'a large provider on the first day': { domain: toMailDomain('yahoo.co.uk'), signUps: 100 },
    'a class of a university': { domain: toMailDomain('uni.edu'), local: localPartFacts('user48213'), signUps: 60 },
    'aliases of a relay': { domain: toMailDomain('mozmail.com'), signUps: 20 },
  },
})
