// Clients and stores that an app opens, ready before its first request.
import { createMemoryStore } from '@riskguard/core'
import { redisStore } from '@riskguard/redis'
import { Redis } from 'ioredis'

export async function openRedis(url) {
  const client = new Redis(url)
  await new Promise((resolve) => client.once('ready', resolve))
  return client
}

/**
 * Under load thousands of people come every few seconds, which no people do. On this clock each comes about every half an
 * hour: what velocity detectors see is quiet.
 */
const QUIET_SPEED = 1000
const startedAt = Date.now()

export function openQuietStore() {
  return createMemoryStore({ clock: () => startedAt + (Date.now() - startedAt) * QUIET_SPEED })
}

export async function openStore(url) {
  if (url === undefined) return createMemoryStore()
  const store = redisStore(url)
  while (!store.health().ready) await new Promise((resolve) => setTimeout(resolve, 5))
  return store
}

/** By the end of a guard's name. */
export function urlFor(guard, redisUrl) {
  return guard.endsWith('-redis') ? redisUrl : undefined
}
