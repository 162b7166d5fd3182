import { spawn } from 'node:child_process'
import { SetupFailure } from './failure.mjs'

/** Runs a program with our output and no input; resolves to its exit code, or 1 when a signal ended it. */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options })
    const stop = () => child.kill('SIGTERM')
    const wait = () => {} // the terminal sends Ctrl-C to the child as well; we stay until it has ended
    process.on('SIGTERM', stop)
    process.on('SIGINT', wait)
    child.on('error', (error) => reject(new SetupFailure(`${program} could not be started: ${error.message}`)))
    child.on('close', (code) => {
      process.off('SIGTERM', stop)
      process.off('SIGINT', wait)
      resolve(code ?? 1)
    })
  })
}

/** Runs a program quietly; resolves to its exit code and everything it printed. */
export function capture(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    const chunks = []
    child.stdout.on('data', (chunk) => chunks.push(chunk))
    child.stderr.on('data', (chunk) => chunks.push(chunk))
    child.on('error', (error) => resolve({ code: 127, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }))
  })
}
