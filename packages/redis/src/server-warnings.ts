import type { Redis } from 'ioredis'
import { ignoreFailure } from './lane.js'

/** Something about the server that loses history or refuses writes. */
export interface RedisWarning {
  readonly code: 'EVICTING' | 'NOT_PERSISTENT' | 'REPLICA'
  readonly message: string
}

const TEXTS: Readonly<Record<RedisWarning['code'], string>> = {
  EVICTING:
    'Redis has a maxmemory and evicts keys when it is full: blocks and familiar devices can vanish. Use maxmemory-policy noeviction.',
  NOT_PERSISTENT:
    'Redis keeps nothing on disk: a restart forgets who is familiar. Turn on appendonly or a save schedule.',
  REPLICA: 'This Redis is a read-only replica: nothing can be counted there. Point the store at the master.',
}

/** Looks once at how a server is set up. What it may not ask it doesn't know, and then says nothing. */
export async function readServerWarnings(redis: Redis): Promise<readonly RedisWarning[]> {
  const [info, save] = await Promise.all([ask(redis.info()), ask(redis.config('GET', 'save'))])
  if (typeof info !== 'string') return []
  const codes: RedisWarning['code'][] = []
  const policy = field(info, 'maxmemory_policy')
  if (policy !== null && policy !== 'noeviction' && field(info, 'maxmemory') !== '0') codes.push('EVICTING')
  if (field(info, 'aof_enabled') === '0' && Array.isArray(save) && save[1] === '') codes.push('NOT_PERSISTENT')
  if (field(info, 'role') === 'slave') codes.push('REPLICA')
  return codes.map((code) => ({ code, message: TEXTS[code] }))
}

async function ask(answer: Promise<unknown>): Promise<unknown> {
  return answer.catch(ignoreFailure)
}

function field(info: string, name: string): string | null {
  const at = info.indexOf(`\n${name}:`)
  return at < 0 ? null : info.slice(at + name.length + 2, info.indexOf('\r', at))
}
