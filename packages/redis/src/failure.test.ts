import { describe, expect, it } from '@jest/globals'
import { connectionFault, redisStoreError, toFailureCause } from './failure.js'

const named = (name: string, message: string) => Object.assign(new Error(message), { name })

describe('a failure', () => {
  it.each([
    ["Stream isn't writeable and enableOfflineQueue options is false", 'not_connected'],
    ['Connection is closed.', 'connection_lost'],
    ['LOADING Redis is loading the dataset in memory', 'loading'],
    ["READONLY You can't write against a read only replica.", 'readonly'],
    ["OOM command not allowed when used memory > 'maxmemory'.", 'oom'],
    ['MISCONF Redis is configured to save RDB snapshots', 'misconf'],
    ["NOPERM User x has no permissions to run the 'get' command", 'noperm'],
    ['WRONGPASS invalid username-password pair', 'noauth'],
    ['ERR max number of clients reached', 'maxclients'],
    ['CLUSTERDOWN Hash slot not served', 'clusterdown'],
    ['MOVED 3999 127.0.0.1:6381', 'moved'],
    ['constructor', 'other'],
    ['', 'other'],
  ])('that says %j is %s', (message, cause) => {
    expect(toFailureCause(new Error(message))).toBe(cause)
  })
  it('is known by the client library’s names too, and by nothing else', () => {
    expect(toFailureCause(named('MaxRetriesPerRequestError', 'Reached the max retries'))).toBe('connection_lost')
    expect(toFailureCause(named('AbortError', 'Command aborted'))).toBe('connection_lost')
    expect(toFailureCause(named('ParserError', 'Protocol error'))).toBe('garbage')
    for (const odd of [null, undefined, 7, 'OOM', {}]) expect(toFailureCause(odd)).toBe('other')
  })
  it('is the same after it went through the store', () => {
    expect(toFailureCause(redisStoreError('stalled'))).toBe('stalled')
  })
  it('never counts as surely not run once a connection carried it', () => {
    expect(toFailureCause(Object.assign(new Error('read ECONNRESET'), { syscall: 'read' }))).toBe('connection_lost')
    expect(toFailureCause(Object.assign(new Error('connect ECONNREFUSED'), { syscall: 'connect' }))).toBe(
      'not_connected',
    )
  })
})

describe('a connection that fails is told in a word', () => {
  it.each([
    [Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:6379'), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
    [new Error('WRONGPASS invalid username-password pair or user is disabled.'), 'WRONGPASS'],
    [new Error('NOAUTH Authentication required.'), 'NOAUTH'],
    [new Error('Connection is closed.'), 'connection_lost'],
    [new Error(''), 'other'],
    [undefined, 'error'],
  ])('%s', (error, word) => {
    expect(connectionFault(error)).toBe(word)
  })
})
