// Trains the endpoint model: node tools/run-ts.mjs tools/endpoint-model/train.ts --data ../shared/data [--out <file>]
// Writes packages/core/src/endpoint/packed-model.ts; the same data give the same bytes. About a minute on one core.
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { BUILD_OPTIONS, buildModel } from './build-model.js'
import { toSourceText } from './pack-model.js'
import { readLabelled } from './read-labelled.js'

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    out: { type: 'string', default: 'packages/core/src/endpoint/packed-model.ts' },
  },
})
const { rows, sha256 } = readLabelled(join(resolve(values.data), 'endpoints', 'dev.tsv'))
const { model } = buildModel(rows, sha256, BUILD_OPTIONS)
const text = toSourceText(model)
writeFileSync(resolve(values.out), text)
process.stdout.write(
  `${model.version}: ${rows.length} rows of ${model.trainedOn.providers} providers, ${model.trainedOn.writtenRoutes} written routes, ` +
    `${text.length} bytes, caution ${model.caution}, temperature ${model.temperature}\n`,
)
