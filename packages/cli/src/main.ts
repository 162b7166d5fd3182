#!/usr/bin/env node
import { runCli } from './run-cli.js'

// No top-level await: the package is built for CommonJS too, which has none.
void runCli(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  isWatched: process.stderr.isTTY === true,
}).then((code) => {
  process.exitCode = code
})
