#!/usr/bin/env node
import { runCli } from './run-cli.js'

const terminal = {
  out: (text: string) => process.stdout.write(text),
  err: (text: string) => process.stderr.write(text),
  isWatched: process.stderr.isTTY === true,
}

// `riskguard feeds status | head` closes the pipe early: nothing is wrong with that.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

// No top-level await: the package is built for CommonJS too, which has none.
void runCli(process.argv.slice(2), terminal).then((code) => {
  process.exitCode = code
})
