/** The kind of organisation that runs an address's network. */
export type NetworkKind = 'hosting' | 'isp' | 'mobile' | 'business' | 'education' | 'government' | 'military'

/** What a list says of an address. */
export interface NetworkListing {
  readonly name: string
  readonly kind: 'vpn' | 'tor' | 'datacenter' | 'relay' | 'proxy' | 'cloud' | 'crawler' | 'reputation'
  /** Age of the list's copy in days; a listing fades as addresses change hands. */
  readonly age_days: number | null
}

/** Outside knowledge about one address. Anything may be null: unknown. */
export interface NetworkFacts {
  readonly country: string | null
  readonly city: string | null
  readonly location: { readonly lat: number; readonly lon: number; readonly accuracy_km: number | null } | null
  readonly timezone: string | null
  readonly asn: number | null
  readonly organization: string | null
  readonly kind: NetworkKind | null
  readonly lists: readonly NetworkListing[]
}

/** Outside knowledge by address; synchronous, in memory, never throws. */
export interface NetworkProvider {
  lookup(ip: string): NetworkFacts | null
}
