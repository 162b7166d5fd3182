import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { embed } from '../../scripts/embed-scripts.mjs'

const folder = new URL('./', import.meta.url)
const scripts = readdirSync(folder).filter((file) => file.endsWith('.lua'))

it.each(scripts)('%s is embedded as it stands', (file) => {
  const lua = readFileSync(new URL(file, folder), 'utf8')
  const embedded = readFileSync(new URL(`${file}.ts`, folder), 'utf8')
  expect(embedded).toBe(embed(file.replace(/\.lua$/, ''), lua))
  expect(embedded).not.toContain('@repeat')
})
