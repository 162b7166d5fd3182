/** Why Redis didn't do what it was asked, as a stable name. */
export type RedisFailureCause =
  | 'not_connected'
  | 'connection_lost'
  | 'stalled'
  | 'backlog'
  | 'closed'
  | 'garbage'
  | 'loading'
  | 'readonly'
  | 'misconf'
  | 'oom'
  | 'noperm'
  | 'noauth'
  | 'maxclients'
  | 'clusterdown'
  | 'moved'
  | 'busy'
  | 'masterdown'
  | 'noreplicas'
  | 'other'

/** First words of Redis' error replies. */
const REPLIES: ReadonlyMap<string, RedisFailureCause> = new Map(
  Object.entries({
    LOADING: 'loading',
    READONLY: 'readonly',
    MISCONF: 'misconf',
    OOM: 'oom',
    NOPERM: 'noperm',
    NOAUTH: 'noauth',
    WRONGPASS: 'noauth',
    CLUSTERDOWN: 'clusterdown',
    MOVED: 'moved',
    ASK: 'moved',
    TRYAGAIN: 'moved',
    BUSY: 'busy',
    MASTERDOWN: 'masterdown',
    NOREPLICAS: 'noreplicas',
  } as const),
)

/** System calls that fail before a connection has carried anything. */
const NEVER_SENT: ReadonlySet<string> = new Set(['connect', 'getaddrinfo', 'queryA', 'queryAaaa'])

/** The cause behind whatever the client library threw. */
export function toFailureCause(error: unknown): RedisFailureCause {
  if (!(error instanceof Error) && !isErrorLike(error)) return 'other'
  if ('cause' in error && isOurs(error)) return error.cause as RedisFailureCause
  const { message } = error
  if (message.startsWith("Stream isn't writeable")) return 'not_connected'
  if (message.startsWith('Connection is closed') || error.name === 'MaxRetriesPerRequestError') return 'connection_lost'
  if (error.name === 'AbortError') return 'connection_lost'
  if (message.includes('max number of clients')) return 'maxclients'
  // How Redis 7.0 says it of a command inside a script.
  if (message.includes("can't run this command")) return 'noperm'
  if (message.startsWith('Protocol error') || error.name === 'ParserError') return 'garbage'
  if ('syscall' in error) return NEVER_SENT.has(String(error.syscall)) ? 'not_connected' : 'connection_lost'
  return REPLIES.get(message.split(' ', 1)[0] as string) ?? 'other'
}

const OURS = 'RedisStoreError'

/** What a store's promise rejects with; `cause` is a {@link RedisFailureCause}. */
export function redisStoreError(cause: RedisFailureCause): Error {
  const error = new Error(`The Redis store could not answer: ${cause}.`, { cause })
  error.name = OURS
  return error
}

function isOurs(error: { readonly name: string }): boolean {
  return error.name === OURS
}

// Errors of the client library may come from another realm (jest's sandbox is one), where `instanceof` is false.
function isErrorLike(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string'
}

/** What a connection failed with, in a word for the operator: `ECONNREFUSED`, `WRONGPASS`. Never more of the message, which may hold a name. */
export function connectionFault(error: unknown): string {
  if (!isErrorLike(error)) return 'error'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.message.split(' ', 1)[0]
  return code !== undefined && /^[A-Z][A-Z0-9_]{2,31}$/.test(code) ? code : toFailureCause(error)
}
