import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, it } from '@jest/globals'
import { createRiskEngine, type RiskEngine } from '../engine.js'
import { createAdapterCore } from './adapter-core.js'

/** What an engine is told of a login whose answer is only begun when the client hangs up. */
async function told(status: number): Promise<string[]> {
  const engine = createRiskEngine({ secret: 'correct-horse-battery-staple-0123456789' })
  const results: string[] = []
  const listening: RiskEngine = {
    ...engine,
    report(actionId, outcome, options) {
      results.push(outcome.result)
      return engine.report(actionId, outcome, options)
    },
  }
  const core = createAdapterCore({ engine: listening })
  let closed: () => void = () => undefined
  const end = new Promise<void>((resolve) => {
    closed = resolve
  })
  const server = createServer(async (raw: IncomingMessage, rawResponse: ServerResponse) => {
    rawResponse.once('close', closed)
    const exchange = { raw, rawResponse, url: '/', request: raw, response: rawResponse, carriers: [raw], reply() {} }
    await core.declare(exchange, 'login')
    rawResponse.writeHead(status).write('the beginning')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n')
  socket.once('data', () => socket.destroy())
  await end
  await new Promise((resolve) => setImmediate(resolve))
  await new Promise((resolve) => server.close(resolve))
  await engine.close()
  return results
}

it('a refusal counts also for a client that hangs up on reading its status', async () => {
  expect(await told(401)).toEqual(['failure'])
})

it('any other answer that is cut short says nothing', async () => {
  expect(await told(200)).toEqual([])
})
