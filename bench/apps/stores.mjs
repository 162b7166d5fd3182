// Clients and stores that an app opens, ready before its first request.
import { createMemoryStore } from '@riskguard/core'
import { redisStore } from '@riskguard/redis'
import { Redis } from 'ioredis'

export async function openRedis(url) {
  const client = new Redis(url)
  await new Promise((resolve) => client.once('ready', resolve))
  return client
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
