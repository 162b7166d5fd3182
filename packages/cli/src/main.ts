#!/usr/bin/env node
import { runCli } from './run-cli.js'

const terminal = {
  out: (text: string) => process.stdout.write(text),
  err: (text: string) => process.stderr.write(text),
  isWatched: process.stderr.isTTY === true,
}

// No top-level await: the package is built for CommonJS too, which has none.
void runCli(process.argv.slice(2), terminal).then((code) => {
  process.exitCode = code
})
