// A wallet's API with RiskGuard in front. PORT chooses the port, by default a free one; Ctrl-C ends.
import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createApi } from './create-api.js'

const { app, engine } = createApi({
  secret: process.env['RISKGUARD_SECRET'] ?? randomBytes(32).toString('base64url'),
  onCode: (name, code) => console.log(`the code for ${name} is ${code}`),
  onDecision: ({ context, recommendation, risk_score, reasons }) =>
    console.log(`${context.action_type} → ${recommendation.type} at ${risk_score} ${reasons.join(', ')}`),
})
const server = app.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1', () => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  console.log(`The wallet's API listens at ${url}`)
  console.log(
    `curl -i ${url}/sessions -H 'content-type: application/json' -d '{"name":"ada","password":"ada counts coins 5"}'`,
  )
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close(() => void engine.close().then(() => process.exit(0)))
    server.closeAllConnections()
  })
}
