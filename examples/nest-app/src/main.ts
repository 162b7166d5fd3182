// A club's sign-in with RiskGuard as a Nest module. PORT chooses the port, by default a free one; Ctrl-C ends.
import 'reflect-metadata'
import { randomBytes } from 'node:crypto'
import { NestFactory } from '@nestjs/core'
import { AppModule } from './app-module.js'

const secret = process.env['RISKGUARD_SECRET'] ?? randomBytes(32).toString('base64url')
const app = await NestFactory.create(AppModule.with({ secret, mode: 'enforce' }), { logger: ['warn', 'error'] })
app.enableShutdownHooks()
await app.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1')
const url = await app.getUrl()
console.log(`The club listens at ${url}`)
console.log(
  `curl -i ${url}/login -H 'content-type: application/json' -d '{"email":"ada@example.test","password":"ada reads at night 3"}'`,
)
