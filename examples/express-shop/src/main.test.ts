import { spawn } from 'node:child_process'
import { type AddressInfo, createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

function runShop(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; output: string }> {
  const loader = ['--disable-warning=ExperimentalWarning', '--import', here('../../../tools/ts/register.mjs')]
  const child = spawn(process.execPath, [...loader, here('main.ts'), ...args], {
    env: { ...process.env, PORT: '0', ...env },
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output }))
  })
}

test('--once plays the past and the traffic, prints every decision and the summary, and ends with 0', async () => {
  const { code, output } = await runShop(['--once'])
  expect(output).toMatch(/regular customers +\w+ +login +→ trust +\d+\.\d +PROFILE_DEVICE_FAMILIAR/)
  expect(output).toMatch(/credential stuffing, noisy +line \d+ +login +→ deny/)
  expect(output).toMatch(/Good people +trust +allow +challenge +deny +troubled/)
  expect(output).toMatch(/takeover, right password .* 0 of 4\n/)
  expect(output).not.toMatch(/Wrong:|Warning/)
  expect(output).not.toContain('\u001b')
  expect(code).toBe(0)
}, 180_000)

test.each([
  [['--twice'], {}, 'Known: --once'],
  [[], { PORT: 'http' }, 'PORT has to be a port number'],
])('a mistake in the call is told: %j %j', async (args, env, told) => {
  const { code, output } = await runShop(args, env)
  expect([code, output]).toEqual([2, expect.stringContaining(told)])
})

test('a port that is taken is told', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const { code, output } = await runShop([], { PORT: String(port) })
  server.close()
  expect([code, output]).toEqual([2, expect.stringContaining(`Port ${port} can't be used`)])
})
