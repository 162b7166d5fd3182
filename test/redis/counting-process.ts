// One of several processes that count on the same record: node … counting-process.ts <redis url> <key> <calls>
import type { Program, Touch } from '@riskguard/core/store'
import { redisStore } from '@riskguard/redis'
import { untilReady } from './until.js'

const [url, key, calls] = process.argv.slice(2) as [string, string, string]
const program: Program = {
  ttlSeconds: 600,
  protectAt: 0,
  operations: [{ kind: 'count', slot: 1, add: 1, widthsDs: [36_000] }],
}
const touch: Touch = { kind: 'i', key, program, arguments: [] }
const store = redisStore(url)
await untilReady(store)
await Promise.all(
  Array.from({ length: Number(calls) }, async () => {
    const [reply] = await store.touch([touch], { atMs: null, clock: 'store' })
    if (reply?.state !== 'known') throw new Error('a touch failed')
  }),
)
await store.close({ timeoutMs: 1000 })
