import { describe, expect, test } from '@jest/globals'
import { findRegistryHosts } from '../lint/lockfile.mjs'
import { toCommonJs } from './declarations.mjs'
import { inBuildOrder, withDependencies } from './order.mjs'

const entry = (name, ...uses) => ({
  manifest: { name, dependencies: Object.fromEntries(uses.map((use) => [use, 'workspace:^'])) },
})
const names = (entries) => entries.map(({ manifest }) => manifest.name)

describe('build order', () => {
  test('what is used is built before its users', () => {
    expect(names(inBuildOrder([entry('shop', 'express'), entry('express', 'core'), entry('core')]))).toEqual([
      'core',
      'express',
      'shop',
    ])
  })
  test('packages that use each other are refused by name', () => {
    expect(() => inBuildOrder([entry('a', 'b'), entry('b', 'a')])).toThrow('a → b')
  })
  test('a name brings everything it needs and nothing else', () => {
    const all = [entry('core'), entry('redis', 'core'), entry('express', 'core'), entry('shop', 'express')]
    expect(names(withDependencies(all, ['shop']))).toEqual(['core', 'express', 'shop'])
  })
})

describe('CommonJS declarations', () => {
  test.each([
    ["import { A } from './a.js';", "import { A } from './a.cjs';"],
    ["export * from '../b/c.js'", "export * from '../b/c.cjs'"],
    ['type X = import("./d.js").X', 'type X = import("./d.cjs").X'],
    ["import './side.js'", "import './side.cjs'"],
    ["import { z } from 'zod/v4/core.js'", "import { z } from 'zod/v4/core.js'"],
    ["declare const file = './a.js'", "declare const file = './a.js'"],
  ])('%s', (text, expected) => {
    expect(toCommonJs(text)).toBe(expected)
  })
})

test('a lockfile line that names a registry is found', () => {
  expect(findRegistryHosts("a@1:\n  resolution: {integrity: sha512-x}\n  engines: {node: '>=20'}")).toEqual([])
  expect(findRegistryHosts('  resolution: {tarball: https://example.test/a.tgz}')).toHaveLength(1)
})
