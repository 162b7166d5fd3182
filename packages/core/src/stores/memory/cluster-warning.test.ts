import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from '@jest/globals'

const REGISTER = pathToFileURL(join(import.meta.dirname, '../../../../../tools/ts/register.mjs')).href
const STORE = pathToFileURL(join(import.meta.dirname, 'index.js')).href

const script = `
import cluster from 'node:cluster'
import { createMemoryStore } from '${STORE}'
createMemoryStore({ onWarning: (text) => console.log((cluster.isWorker ? 'worker: ' : 'primary: ') + text) })
if (cluster.isPrimary) cluster.fork()
else process.disconnect()
`

describe('the memory store under node:cluster', () => {
  it('warns in each worker that it counts on its own, and not in the primary', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'riskguard-cluster-'))
    try {
      const file = join(folder, 'app.mjs')
      await writeFile(file, script)
      const { stdout } = await promisify(execFile)(process.execPath, ['--import', REGISTER, file], { timeout: 30_000 })
      expect(stdout.trim().split('\n')).toEqual([expect.stringMatching(/^worker: .*shared store/)])
    } finally {
      await rm(folder, { recursive: true })
    }
  }, 40_000)
})
