import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { toFeatures, toSight } from '../../packages/core/src/endpoint/features.js'
import { foldPath } from '../../packages/core/src/endpoint/fold-path.js'
import { unpackModel } from '../../packages/core/src/endpoint/model.js'
import { packedModel } from '../../packages/core/src/endpoint/packed-model.js'
import { buildModel, TRAINER_VERSION } from './build-model.js'
import { toRisingPoints } from './calibrate.js'
import { expand } from './corpus.js'
import { toSourceText } from './pack-model.js'
import { readLabelled } from './read-labelled.js'
import { toFold } from './split-providers.js'

const HEADER = 'label\tmethod\thost\tpath_template\tpath_concrete\tdecidable_from_path\tsource'
const OPTIONS = { epochs: 3, perLine: 2, perLineUnclassified: 4, folds: 2 }

/** Six made-up providers with the same few routes. */
function madeUp(): string {
  const rows = ['north', 'south', 'east', 'west', 'hill', 'dale'].flatMap((name, index) => [
    `Authentication\tPOST\tapi.${name}.example\t/login\t/login\tyes\tsource ${index}`,
    `Cart\tPOST\tapi.${name}.example\t/cart\t/cart\tyes\tsource ${index}`,
    `Unclassified\tGET\tapi.${name}.example\t/${name}/{id}\t/${name}/${index}00\tno\tsource ${index}`,
  ])
  const file = join(mkdtempSync(join(tmpdir(), 'endpoint-model-')), 'dev.tsv')
  writeFileSync(file, [HEADER, ...rows, ''].join('\n'))
  return file
}

describe('training the endpoint model', () => {
  it('gives the same bytes for the same data', () => {
    const { rows, sha256 } = readLabelled(madeUp())
    const first = toSourceText(buildModel(rows, sha256, OPTIONS).model)
    expect(toSourceText(buildModel(rows, sha256, OPTIONS).model)).toBe(first)
  })

  it('gives another version for other data', () => {
    const { rows, sha256 } = readLabelled(madeUp())
    const first = buildModel(rows, sha256, OPTIONS).model
    expect(buildModel(rows.slice(3), sha256, OPTIONS).model.version).not.toBe(first.version)
  })

  it('records what it was trained on', () => {
    const { rows, sha256 } = readLabelled(madeUp())
    const { trainedOn } = buildModel(rows, sha256, OPTIONS).model
    expect(trainedOn).toMatchObject({ sha256, rows: 18, providers: 6, trainer: TRAINER_VERSION })
  })

  it('learns routes that its written ones show', () => {
    const { rows, sha256 } = readLabelled(madeUp())
    const model = unpackModel(buildModel(rows, sha256, OPTIONS).model)
    const classify = (method: string, path: string) =>
      model.classify(toFeatures(toSight(method, foldPath(path)), '')).endpoint
    expect(classify('POST', '/users/login')).toBe('Authentication')
    expect(classify('GET', '/shop/basket')).toBe('Cart')
  })

  it('keeps all rows of a provider, by domain and by source, on one side of a split', () => {
    const { rows } = readLabelled(madeUp())
    const groups = rows.map(({ group }) => group)
    expect(new Set(groups).size).toBe(6)
    for (const group of groups) expect(toFold(group, 5, 'a')).toBe(toFold(group, 5, 'a'))
  })

  it('spells out every choice of a written route', () => {
    expect(expand('{,auth/}{login,signin}/x')).toEqual(['login/x', 'signin/x', 'auth/login/x', 'auth/signin/x'])
  })

  it('never lets a higher share mean a lower confidence', () => {
    const answers = Array.from({ length: 300 }, (_, index) => ({
      share: index / 300,
      isRight: index % 7 > 3 || index > 200,
    }))
    const points = toRisingPoints(answers)
    expect(points.length).toBeGreaterThan(1)
    for (const [index, [share, right]] of points.entries()) {
      expect(share).toBeGreaterThan(points[index - 1]?.[0] ?? -1)
      expect(right).toBeGreaterThan(points[index - 1]?.[1] ?? -1)
    }
  })
})

describe('the shipped model', () => {
  it('fits its room and says what it was trained on', () => {
    expect(toSourceText(packedModel).length).toBeLessThanOrEqual(300_000)
    expect(packedModel.trainedOn.trainer).toBe(TRAINER_VERSION)
    expect(packedModel.trainedOn.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(packedModel.version).toMatch(/^endpoint-[0-9a-f]{8}$/)
  })

  it('is refused when it belongs to other features', () => {
    expect(() => unpackModel({ ...packedModel, features: packedModel.features + 1 })).toThrow('train it anew')
  })
})
