import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { optionSchema } from '../packages/core/src/options/option-schema.js'

test('docs/options.md has a row for each option, and for none that does not exist', () => {
  const rows = readFileSync(new URL('../docs/options.md', import.meta.url), 'utf8').matchAll(/^\| (`[^|]+) \|/gm)
  const named = [...rows].flatMap(([, cell = '']) => [...cell.matchAll(/`(\w+)/g)].map(([, name]) => name))
  expect(named.sort()).toEqual(Object.keys(optionSchema.shape).sort())
})
