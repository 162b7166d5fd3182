export { createNetwork, type Network } from './create-network.js'
export type { FeedKind, FeedOption } from './feed-list.js'
export { type NetworkOptions } from './network-options.js'
export type { FeedStatus, NetworkStatus, SourceStatus } from './network-status.js'
