import { toMailDomain } from '../../facts/email/domain.js'
import { localPartFacts } from '../../facts/email/local-part.js'
import { describeDetector } from '../contract/describe-detector.js'
import { generatedEmail } from './generated.js'

const local = (text: string) => ({ local: localPartFacts(text) })

describeDetector(generatedEmail, {
  base: { domain: toMailDomain('gmail.com'), ...local('anna.berg') },
  fires: {
    'fqyjszwo@': [local('fqyjszwo'), { strength: 1, data: { by: 'chance' } }],
    'e738lub787v@': [local('e738lub787v')],
    'user84818@': [local('user84818'), { strength: 0.8, data: { by: 'placeholder' } }],
    'emma48213@': [local('emma48213'), { strength: 0.4, data: { by: 'number' } }],
  },
  silent: {
    'anna.berg@': {},
    'jsmith92@': local('jsmith92'),
    'wojciech@': local('wojciech'),
    'krzysztof@': local('krzysztof'),
    'nguyen@': local('nguyen'),
    'a number, as a provider gives out': local('1234567890'),
    'an alias that a relay drew by lot': { domain: toMailDomain('mozmail.com'), ...local('x7k2q9w3v') },
  },
})
