/** What may leave the process of an assessment: the same fields, without anything that names or lets in a person. */
import type { Assessment, AssessmentContext } from '../assessment.js'
import { networkText } from '../facts/address/counted-network.js'
import { parseIp } from '../facts/address/parse-ip.js'
import type { IdentityKeys } from '../facts/identity/identity-key.js'

/**
 * An assessment as logs, sinks, streams and the console get it: the same names and types. `context`'s `device_id`,
 * `device_fingerprint`, `user_id`, `claimed_user_id` and `session_id` are keyed tokens (20 characters, the same for the
 * same identity, equal to no key of the store), `ip` is a network such as `203.0.113.0/24` or `2001:db8:1::/48`. With
 * `identifiers: 'plain'` these are as they were. `recommendation.challenge_token` is always null: it is a credential.
 */
export type AssessmentRecord = Assessment

/** Which form identifiers and addresses have in a record. */
export type RecordIdentifiers = 'keyed' | 'plain'

const IPV4_BITS = 24
const IPV6_BITS = 48
/** Fields of the context that name somebody or something of theirs. */
const IDENTIFIERS = [
  'device_id',
  'device_fingerprint',
  'user_id',
  'claimed_user_id',
  'session_id',
] as const satisfies readonly (keyof AssessmentContext)[]

/** Makes the record of an assessment, frozen. Pure but for the keys' cache. */
export function toAssessmentRecord(
  assessment: Assessment,
  keys: IdentityKeys,
  { identifiers }: { readonly identifiers: RecordIdentifiers },
): AssessmentRecord {
  const { recommendation, context } = assessment
  return Object.freeze({
    ...assessment,
    recommendation:
      recommendation.challenge_token === null
        ? recommendation
        : Object.freeze({ ...recommendation, challenge_token: null }),
    context: identifiers === 'plain' ? context : keyedContext(context, keys),
  })
}

function keyedContext(context: AssessmentContext, keys: IdentityKeys): AssessmentContext {
  const keyed: { -readonly [K in keyof AssessmentContext]: AssessmentContext[K] } = { ...context }
  for (const name of IDENTIFIERS) {
    const value = context[name]
    if (value !== null) keyed[name] = keys.keyOf('record', name, value)
  }
  keyed.ip = context.ip === null ? null : truncatedIp(context.ip)
  return Object.freeze(keyed)
}

/** Null for what is no address: text of unknown content stays inside. */
function truncatedIp(text: string): string | null {
  const ip = parseIp(text)
  return ip === null ? null : networkText(ip, ip.version === 4 ? IPV4_BITS : IPV6_BITS)
}
