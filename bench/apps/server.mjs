// One app of the bench in one plain process: node apps/server.mjs <framework>/<guard> [redis url]
// Framework: express, koa, nest. Guard: see each framework's file. Tells its port by message and ends with its parent.

const [framework, guard] = process.argv[2].split('/')
const redisUrl = process.argv[3]

const { takeFindings } = await import('./whole.mjs')
const { createApp } = await import(`./${framework}.mjs`)
const startedAt = performance.now()
const server = await createApp(guard, redisUrl)
const readyMs = performance.now() - startedAt

const bookkeeping = {
  cpu: () => process.cpuUsage(),
  findings: takeFindings,
}
process.on('message', ({ id, ask }) => process.send({ id, result: bookkeeping[ask]() }))
process.on('disconnect', () => process.exit(0))
process.send({ ready: true, port: server.address().port, readyMs })
