/** From a label to what the store is told. */
import { describeGiven, RiskError } from '../errors.js'
import { clientAddressOf } from '../facts/address/client-address.js'
import { canonicalUserId } from '../facts/identity/canonical-user-id.js'
import type { IdentityKeys } from '../facts/identity/identity-key.js'
import { type EntityKind, entities } from '../history/entity.js'
import { deviceLabels, fingerprintLabels, ipLabels, profileLabels } from '../history/features/labels.js'
import { type Labels, type LabelType, toLabelText } from '../history/labels.js'
import type { Touch } from '../store/index.js'
import type { ActionToken } from './action-token.js'
import { userKey } from './identities.js'
import type { Label } from './journal.js'
import type { Teacher } from './teach.js'

/** Entities that a label can stand with. */
const LABELLED = {
  profile: profileLabels,
  ip_label: ipLabels,
  device: deviceLabels,
  fingerprint: fingerprintLabels,
} as const satisfies Partial<Record<EntityKind, Labels>>
type LabelledKind = keyof typeof LABELLED

export interface LabelTouches {
  /** @throws RiskError `RG_OPTION_INVALID` for a value that can't name such a subject */
  subjectOf(label: Label): { readonly kind: LabelledKind; readonly key: string }
  ofEntity(
    label: Label,
    to: { readonly kind: LabelledKind; readonly keys: readonly string[]; readonly atMs: number },
  ): Touch[]
  /** What holds however often it is said: taken back, noted, absolved. */
  ofAction(
    label: Label,
    token: ActionToken,
    to: { readonly profiles: readonly string[]; readonly atMs: number },
  ): Touch[]
  /** What counts once. */
  lessonOfAction(label: Label, token: ActionToken, profiles: readonly string[]): Touch[]
}

export function createLabelTouches({
  keys,
  teacher,
}: {
  readonly keys: IdentityKeys
  readonly teacher: Teacher
}): LabelTouches {
  function touchesOf(
    kind: LabelledKind,
    entityKeys: readonly string[],
    { type, source, atMs }: Pick<Label, 'type' | 'source'> & { atMs: number },
  ): Touch[] {
    const program = LABELLED[kind].program(source)
    const text = toLabelText(type, atMs)
    return entityKeys.map((key) => ({ kind: entities[kind].code, key, program, arguments: [text] }))
  }

  return {
    subjectOf({ subject: { type, value } }) {
      if (type === 'ip') {
        const { key } = clientAddressOf(value)
        if (key === null) throw refused(value, 'an IP address')
        return { kind: 'ip_label', key: keys.keyOf('ip', key) }
      }
      const id = canonicalUserId(value)
      if (id === null) throw refused(value, 'an id')
      if (type === 'user_id') return { kind: 'profile', key: userKey(keys, id) }
      if (type === 'device_id') return { kind: 'device', key: keys.keyOf('device', id) }
      return { kind: 'fingerprint', key: keys.keyOf('fingerprint', id) }
    },
    ofEntity: (label, { kind, keys: entityKeys, atMs }) => touchesOf(kind, entityKeys, { ...label, atMs }),
    ofAction(label, token, { profiles, atMs }) {
      const device = token.keys.device
      const onDevice = (type: LabelType) =>
        device === undefined ? [] : touchesOf('device', [device], { type, source: label.source, atMs })
      switch (label.type) {
        case 'confirmed_fraud':
          return [...teacher.unlearn(token, profiles), ...onDevice('confirmed_fraud')]
        // The device is its owner's, with somebody else's hands on it: it isn't one that defrauds others.
        case 'device_takeover':
          return teacher.unlearn(token, profiles)
        // Whoever looked into it may take back what was said; others may be the thief who complains.
        case 'confirmed_legit':
          return label.source === 'manual_review'
            ? [...teacher.absolve(token, profiles), ...onDevice('confirmed_legit')]
            : []
        case 'suspected_fraud':
        case 'undetermined':
          return []
        default:
          return label.type satisfies never
      }
    },
    lessonOfAction(label, token, profiles) {
      // What was allowed has taught already, when it succeeded.
      const taught = token.recommended === 'allow' || token.recommended === 'trust'
      return label.type === 'confirmed_legit' && !taught ? teacher.success(token, 'full', profiles) : []
    },
  }
}

function refused(value: unknown, expected: string): RiskError {
  return new RiskError('RG_OPTION_INVALID', `subject.value: ${describeGiven(value)} is refused. Expected ${expected}.`)
}
