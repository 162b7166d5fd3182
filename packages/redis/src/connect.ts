import { RiskError } from '@riskguard/core/store'
import { type Cluster, Redis, type RedisOptions } from 'ioredis'

/** A client to copy the settings of, the options of one, or a `redis://` or `rediss://` URL. */
export type RedisSource = Redis | Cluster | RedisOptions | string

const FIRST_RETRY_MS = 50
const RETRY_MAX_MS = 500
const CONNECT_TIMEOUT_MS = 2000
/** How long a closed connection may linger before its socket is destroyed. */
const LINGER_MS = 200

/** Doubling from 50 ms to 500 ms, of which a random half is left out so that processes don't come in step. */
export function retryDelayMs(attempt: number): number {
  const delay = Math.min(FIRST_RETRY_MS * 2 ** Math.min(attempt - 1, 10), RETRY_MAX_MS)
  return Math.round(delay * (0.5 + Math.random() / 2))
}

/**
 * What differs from the host's settings: nothing waits in a queue, nothing is sent a second time, and a closed
 * connection fails what it still owed. A count must never be made twice, so a call whose fate is unknown has failed.
 */
const OURS = {
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  retryStrategy: retryDelayMs,
  reconnectOnError: null,
  enableAutoPipelining: false,
  enableReadyCheck: true,
  maxLoadingRetryTime: RETRY_MAX_MS,
  connectTimeout: CONNECT_TIMEOUT_MS,
  disconnectTimeout: LINGER_MS,
  keyPrefix: '',
  readOnly: false,
  lazyConnect: false,
  // One form of replies for ioredis 5 and 6, and for servers before and after RESP3.
  protocol: 2,
  replyMapping: 'legacy',
  stringNumbers: false,
  scripts: undefined,
  monitor: false,
} as const

/** Timeouts that reject without cancelling: the store has its own. */
const NO_TIMEOUTS = { commandTimeout: undefined, socketTimeout: undefined, blockingTimeout: undefined } as const

const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i

export type OwnClient =
  | { readonly kind: 'single'; readonly client: Redis; readonly hostPrefix: string }
  | { readonly kind: 'cluster'; readonly client: Cluster; readonly hostPrefix: string }

/**
 * Opens the store's own connection; the given client stays as it is. Doesn't wait for the server.
 * @throws RiskError `RG_STORE` for anything that is no client, options or URL
 */
export function connectOwn(source: RedisSource): OwnClient {
  if (typeof source === 'string') {
    const scheme = SCHEME.exec(source)?.[1]
    if (scheme !== undefined && scheme !== 'redis' && scheme !== 'rediss') throw notASource(`a URL of ${scheme}://`)
    return single(new Redis(source, ownOptions()), '')
  }
  if (typeof source !== 'object' || source === null) throw notASource(String(source))
  if (isCluster(source)) {
    const hostPrefix = source.options.keyPrefix ?? source.options.redisOptions?.keyPrefix ?? ''
    const client = source.duplicate([], {
      enableOfflineQueue: false,
      enableReadyCheck: true,
      enableAutoPipelining: false,
      lazyConnect: false,
      keyPrefix: '',
      scaleReads: 'master',
      clusterRetryStrategy: retryDelayMs,
      // A connection that closed may have carried a command that was run: never sent again.
      retryDelayOnFailover: 0,
      retryDelayOnClusterDown: 0,
      slotsRefreshTimeout: 1000,
      slotsRefreshInterval: 2000,
      redisOptions: {
        ...ownOptions(),
        retryStrategy: undefined,
        enableOfflineQueue: undefined,
        lazyConnect: undefined,
      },
    })
    return { kind: 'cluster', client, hostPrefix }
  }
  if (isClient(source)) {
    return single(source.duplicate(ownOptions()), source.options.keyPrefix ?? '')
  }
  return single(new Redis({ ...source, ...ownOptions() }), source.keyPrefix ?? '')
}

function single(client: Redis, hostPrefix: string): OwnClient {
  return { kind: 'single', client, hostPrefix }
}

function ownOptions(): RedisOptions {
  return { ...OURS, ...NO_TIMEOUTS } as RedisOptions
}

// By shape: the host may have another copy of ioredis than ours.
function isCluster(source: object): source is Cluster {
  return 'isCluster' in source && source.isCluster === true && 'duplicate' in source
}

function isClient(source: object): source is Redis {
  return 'duplicate' in source && typeof source.duplicate === 'function' && 'options' in source
}

// Never the URL itself, which may hold a password.
function notASource(given: string): RiskError {
  return new RiskError(
    'RG_STORE',
    `redisStore: given ${given}, expected an ioredis client (Redis or Cluster), its options, or a redis:// or rediss:// URL.`,
  )
}
