import { installWithApt } from './apt.mjs'
import { SetupFailure } from './failure.mjs'
import { findOnPath } from './path-search.mjs'
import { capture } from './run.mjs'
import { isAtLeast, parseVersion } from './version.mjs'

const LEAST_REDIS = [7, 0, 0] // what the store's scripts are written for; every Valkey is later than that
const SERVERS = ['redis-server', 'valkey-server']

/**
 * The redis-server (or valkey-server) to test with: REDIS_SERVER when it is set, else the first on PATH that is new
 * enough, else undefined.
 */
export async function findRedis(env = process.env) {
  const named = env.REDIS_SERVER
  const candidates = named ? [named] : findOnPath(SERVERS, env.PATH)
  for (const program of candidates) {
    const version = await readServerVersion(program)
    if (version !== undefined && isAtLeast(version, LEAST_REDIS)) return { program, version: version.join('.') }
  }
  if (named) throw new SetupFailure(`REDIS_SERVER names ${named}, which is no Redis or Valkey 7 or later.`)
  return undefined
}

/** As findRedis, but where there is none it is installed by apt-get. */
export async function requireRedis() {
  const found = await findRedis()
  if (found !== undefined) return found
  await installWithApt('redis-server', 'A Redis server 7 or later', 'REDIS_SERVER')
  const installed = await findRedis()
  if (installed !== undefined) return installed
  throw new SetupFailure('apt-get installed a redis-server, but it is older than 7. Put a newer one on PATH.')
}

async function readServerVersion(program) {
  const { code, output } = await capture(program, ['--version'])
  return code === 0 ? parseServerVersion(output) : undefined
}

/** The version in what `redis-server --version` prints: `Redis server v=7.0.15 sha=… malloc=jemalloc-5.2.1 …`. */
export function parseServerVersion(output) {
  const found = /\bv=(\S+)/.exec(output)
  return found === null ? undefined : parseVersion(found[1])
}
