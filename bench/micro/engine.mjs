// The engine without a framework: ready time, what an assessment costs as the store grows, commands per call.
const startedAt = performance.now()
const { createMemoryStore, createRiskEngine } = await import('@riskguard/core')
const importMs = performance.now() - startedAt
const { answer } = await import('./answer.mjs')
const { createRandom } = await import('./random.mjs')
const { toInput } = await import('./engine-inputs.mjs')

const SECRET = 'f3T9-this-is-the-bench-alone-Qw71xZ-8mLp'
const MIB = 1024 * 1024
const makingAt = performance.now()
const first = createRiskEngine({ secret: SECRET })
const madeAt = performance.now()
await first.assess(toInput(1))
const ready = { importMs, makeMs: madeAt - makingAt, firstMs: performance.now() - madeAt }
await first.close()

let engine = null
let atMs = Date.UTC(2026, 10, 21, 12)

/** Cost of `calls` assessments by people chosen from the first `people`. */
async function run({ calls, people, seed = 1 }) {
  const random = createRandom(seed)
  const cpu = process.cpuUsage()
  for (let i = 0; i < calls; i++) {
    // Each person comes about every half an hour: quiet traffic.
    atMs += Math.ceil(1_800_000 / people)
    await engine.assess(toInput(Math.floor(random() * people), 'login', atMs))
  }
  const { user, system } = process.cpuUsage(cpu)
  return { cpuUs: (user + system) / calls }
}

const orders = {
  async create({ maxMib }) {
    await engine?.close()
    engine = createRiskEngine({
      secret: SECRET,
      clock: 'event',
      store: createMemoryStore({ maxBytes: maxMib * MIB, clock: () => atMs }),
    })
    return {}
  },
  /** Everybody from `from` to `to` logs in once, all within one day. */
  async grow({ from, to }) {
    for (let person = from; person < to; person++) await engine.assess(toInput(person, 'login', atMs))
    return engine.health()
  },
  run,

  /** Commands that the store's client sends per assessment and per report, and entities per action. */
  async roundTrips({ redisUrl, calls, actions }) {
    const { redisStore } = await import('@riskguard/redis')
    const { Redis } = await import('ioredis')
    const commands = []
    const { sendCommand } = Redis.prototype
    Redis.prototype.sendCommand = function (command, ...rest) {
      commands.push(command.name)
      return sendCommand.call(this, command, ...rest)
    }
    const store = redisStore(redisUrl)
    while (!store.health().ready) await new Promise((resolve) => setTimeout(resolve, 5))
    const touched = []
    const watched = {
      ...store,
      touch(touches, options) {
        touched.push(touches.length)
        return store.touch(touches, options)
      },
    }
    const shared = createRiskEngine({ secret: SECRET, store: watched })
    await shared.assess(toInput(0))
    await new Promise((resolve) => setTimeout(resolve, 50))
    const rows = []
    for (const action of actions) {
      const row = { action, entities: 0, perAssessment: 0, perReport: 0, reportEntities: 0 }
      const counted = async (call) => {
        commands.length = 0
        touched.length = 0
        const result = await call()
        return { result, sent: commands.filter((name) => name.startsWith('eval')).length, entities: touched[0] ?? 0 }
      }
      for (let i = 0; i < calls; i++) {
        const assessed = await counted(() => shared.assess(toInput(i, action)))
        const id = assessed.result.context.action_id
        const reported = await counted(() => shared.report(id, { result: 'success', user_id: `u${i}` }))
        row.perAssessment += assessed.sent
        row.entities = Math.max(row.entities, assessed.entities)
        row.perReport += reported.sent
        row.reportEntities = Math.max(row.reportEntities, reported.entities)
      }
      rows.push({ ...row, perAssessment: row.perAssessment / calls, perReport: row.perReport / calls })
    }
    await shared.close()
    await store.close({ timeoutMs: 1000 })
    return rows
  },
}

answer(orders, { timing: ready })
