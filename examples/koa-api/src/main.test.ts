import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

test('starts on a free port, answers, and ends on SIGTERM', async () => {
  const loader = ['--disable-warning=ExperimentalWarning', '--import', here('../../../tools/ts/register.mjs')]
  const child = spawn(process.execPath, [...loader, here('main.ts')], { env: { ...process.env, PORT: '0' } })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
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
  const answer = await fetch(`${url}/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'ada', password: 'ada counts coins 5' }),
  })
  // A program without a browser's headers: let in or asked for more, on the first day, but never an error.
  expect([201, 428]).toContain(answer.status)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
}, 60_000)
