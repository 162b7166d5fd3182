/** What an entry of an operator's list matches on. */
export type ListSubject =
  | 'ip'
  | 'cidr'
  | 'asn'
  | 'country'
  | 'device'
  | 'fingerprint'
  | 'user'
  | 'email'
  | 'email_domain'

/** An explicit entry of the operator that this event matches. */
export interface ListHit {
  readonly list: 'allow' | 'deny' | 'challenge'
  readonly subject: ListSubject
  /** The entry's name as the operator gave it, never its value. */
  readonly name: string | null
}
