import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { fingerprint, isStamped, listFiles, stamp } from './fingerprint.mjs'

describe('skipping work that is done', () => {
  let folder
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'riskguard-print-'))
    mkdirSync(join(folder, 'src', 'node_modules'), { recursive: true })
    writeFileSync(join(folder, 'src', 'b.ts'), 'b')
    writeFileSync(join(folder, 'src', 'a.ts'), 'a')
    writeFileSync(join(folder, 'src', 'node_modules', 'c.ts'), 'c')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const print = (...others) => fingerprint(folder, listFiles([join(folder, 'src')]), others)

  test('files are listed in order, without installed ones and without what is not there', () => {
    const files = listFiles([join(folder, 'src'), join(folder, 'missing')])
    expect(files).toEqual([join(folder, 'src', 'a.ts'), join(folder, 'src', 'b.ts')])
  })
  test('the same files have the same fingerprint; a changed byte, name or circumstance another', () => {
    const before = print()
    expect(print()).toBe(before)
    expect(print('other')).not.toBe(before)
    writeFileSync(join(folder, 'src', 'a.ts'), 'A')
    expect(print()).not.toBe(before)
  })
  test('a stamp holds for its fingerprint alone', () => {
    const file = join(folder, 'deep', 'stamp')
    expect(isStamped(file, 'one')).toBe(false)
    stamp(file, 'one')
    expect(isStamped(file, 'one')).toBe(true)
    expect(isStamped(file, 'two')).toBe(false)
  })
})
