// One of several Express apps that share a limit: node … limiting-process.ts <redis url> <requests> <limit>
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { riskAction, riskGuard } from '@riskguard/express'
import { redisStore } from '@riskguard/redis'
import express from 'express'
import { untilReady } from './until.js'

const [url, requests, count] = process.argv.slice(2) as [string, string, string]
const store = redisStore(url)
await untilReady(store)
const guard = riskGuard({
  store,
  secret: 'a-secret-for-many-processes-0123456789',
  mode: 'enforce',
  deadlineMs: 10_000,
  // A thousand requests from one address are denied for that alone; here the limit is to speak.
  detectors: { disable: ['ip_action_velocity', 'high_activity_ip', 'client_http_library'] },
  policy: {
    rules: [
      {
        name: 'sms',
        actions: ['send_sms'],
        limit: { entity: 'ip', count: Number(count), windowMs: 3_600_000 },
        recommend: 'deny',
      },
    ],
  },
})
const app = express()
app.use(guard)
app.post('/sms', riskAction('send_sms'), (_req, res) => void res.status(204).end())
const server = createServer(app)
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo
const statuses = await Promise.all(
  Array.from({ length: Number(requests) }, async () => {
    const response = await fetch(`http://127.0.0.1:${port}/sms`, { method: 'POST' })
    await response.arrayBuffer()
    return response.status
  }),
)
const having = (status: number) => statuses.filter((one) => one === status).length
process.stdout.write(JSON.stringify({ admitted: having(204), denied: having(403) }))
server.closeAllConnections()
server.close()
await guard.engine.close()
