import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

test('starts on a free port, answers, and ends on SIGTERM', async () => {
  const loader = ['--disable-warning=ExperimentalWarning', '--import', here('../../../tools/ts/register.mjs')]
  const child = spawn(process.execPath, [...loader, here('main.ts')], { env: { ...process.env, PORT: '0' } })
  const ended = new Promise<string | null>((resolve) => child.once('close', (_, signal) => resolve(signal)))
  const url = await new Promise<string>((resolve, reject) => {
    let output = ''
    const read = (chunk: Buffer): void => {
      output += chunk.toString()
      const found = /listens at (http:\S+)/.exec(output)?.[1]
      if (found !== undefined) resolve(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('close', (code) => reject(new Error(`It ended with ${code}: ${output}`)))
  })
  const answer = await fetch(`${url}/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'ada@example.test', password: 'ada reads at night 3' }),
  })
  // A program without a browser's headers: let in or asked for more, on the first day, but never an error.
  expect([200, 428]).toContain(answer.status)
  child.kill('SIGTERM')
  // Nest shuts down, then ends by the signal that it was sent.
  expect(await ended).toBe('SIGTERM')
}, 60_000)
