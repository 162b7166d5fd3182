// One of several processes that present the same challenge token: node … presenting-process.ts <redis url> <token> <tries> <first>
import { createRiskEngine } from '@riskguard/core'
import { redisStore } from '@riskguard/redis'
import { untilReady } from './until.js'

const [url, token, tries, first] = process.argv.slice(2) as [string, string, string, string]
const store = redisStore(url)
await untilReady(store)
const engine = createRiskEngine({ store, secret: 'a-secret-for-many-processes-0123456789', deadlineMs: 10_000 })
const answers = await Promise.all(
  Array.from({ length: Number(tries) }, (_, i) =>
    engine.assess({ action: 'login', ip: `198.51.100.${Number(first) + i}`, challenge_token: token }),
  ),
)
const replays = answers.filter(({ anomaly_codes }) => anomaly_codes.includes('MCPS-3000')).length
const degraded = answers.filter((answer) => answer.degraded !== null).length
process.stdout.write(JSON.stringify({ accepted: answers.length - replays, degraded }))
await engine.close()
