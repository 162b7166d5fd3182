import { afterAll, beforeAll, describe } from '@jest/globals'
import { describeStore } from '@riskguard/core/testing-contract'
import { redisStore } from '@riskguard/redis'
import { type RedisCluster, startRedisCluster } from './redis-cluster.js'
import { type RedisServer, startRedis } from './redis-server.js'
import { untilReady } from './until.js'

const PREFIX = 'contract:'

describe('on one Redis', () => {
  let server: RedisServer
  beforeAll(async () => {
    server = await startRedis()
  })
  afterAll(() => server.stop())

  describeStore('the Redis store', async () => {
    const store = redisStore(server.url, { prefix: PREFIX })
    await untilReady(store)
    return {
      store,
      now: Date.now,
      pass,
      plant: async ({ kind, key }, bytes) => void (await server.admin.set(PREFIX + kind + key, Buffer.from(bytes))),
    }
  })
})

describe('on a cluster of three masters', () => {
  let cluster: RedisCluster
  beforeAll(async () => {
    cluster = await startRedisCluster()
  }, 30_000)
  afterAll(() => cluster.stop())

  describeStore('the Redis store', async () => {
    const store = redisStore(cluster.admin, { prefix: PREFIX })
    await untilReady(store)
    return {
      store,
      now: Date.now,
      pass,
      plant: async ({ kind, key }, bytes) => void (await cluster.admin.set(PREFIX + kind + key, Buffer.from(bytes))),
    }
  })
})

function pass(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
