// The same assessment with every shipped detector twice. From source: the package doesn't export its registry.
import { detectors } from '../../packages/core/src/detectors/index.js'
import { createRiskEngine } from '../../packages/core/src/engine.js'
import { createMemoryStore } from '../../packages/core/src/stores/memory/index.js'
import { answer } from './answer.mjs'
import { toInput } from './engine-inputs.mjs'

let atMs = Date.UTC(2026, 10, 21, 12)

function create(add) {
  const store = createMemoryStore({ clock: () => atMs })
  return createRiskEngine({
    secret: 'f3T9-this-is-the-bench-alone-Qw71xZ-8mLp',
    clock: 'event',
    store,
    detectors: { add },
  })
}

const engines = {
  once: create([]),
  twice: create(detectors.map((detector) => ({ ...detector, name: `${detector.name}_again` }))),
}

async function run({ which, calls, people }) {
  const cpu = process.cpuUsage()
  for (let i = 0; i < calls; i++) {
    atMs += Math.ceil(1_800_000 / people)
    await engines[which].assess(toInput(i % people, 'login', atMs))
  }
  const { user, system } = process.cpuUsage(cpu)
  return { cpuUs: (user + system) / calls }
}

answer({ run }, { detectors: detectors.length })
