// npm start: the shop with simulated traffic; it keeps serving. --once ends after the summary: 0, or 1 when the demo failed.
import { handLines, runDemo } from './demo.js'

const args = process.argv.slice(2)
const unknown = args.filter((arg) => arg !== '--once')
const port = Number(process.env['PORT'] ?? 0)
if (unknown.length > 0 || !Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(
    unknown.length > 0
      ? `Unknown argument ${unknown.join(' ')}. Known: --once`
      : `PORT has to be a port number, not ${process.env['PORT']}.`,
  )
  process.exit(2)
}

const demo = await runDemo({
  port,
  write: (line) => console.log(line),
  isTTY: process.stdout.isTTY === true,
  env: process.env,
}).catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error
  console.error(`Port ${port} can't be used (${error.code}). Set PORT to another one, or leave it out for a free one.`)
  process.exit(2)
})

if (args.includes('--once')) {
  await demo.close()
  process.exitCode = demo.faults.length > 0 ? 1 : 0
} else {
  for (const line of handLines(demo.url)) console.log(line)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void demo.close().then(() => process.exit(0))
    })
  }
}
