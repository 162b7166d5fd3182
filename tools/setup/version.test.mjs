import { describe, expect, test } from '@jest/globals'
import { requireNode } from './node-version.mjs'
import { isAtLeast, parseVersion } from './version.mjs'

describe('versions', () => {
  test.each([
    ['20.19.0', [20, 19, 0]],
    ['v22.1', [22, 1, 0]],
    ['pnpm 12.21.0 (linux)', [12, 21, 0]],
    ['no digits', undefined],
  ])('are read out of "%s"', (text, version) => {
    expect(parseVersion(text)).toEqual(version)
  })
  test.each([
    [[20, 19, 0], [20, 19, 0], true],
    [[20, 18, 9], [20, 19, 0], false],
    [[20, 20, 0], [20, 19, 5], true],
    [[9, 99, 99], [10, 0, 0], false],
    [[100, 0, 0], [20, 19, 0], true],
    [[7], [7, 0, 1], false],
  ])('%j against a least %j: %s', (version, wanted, result) => {
    expect(isAtLeast(version, wanted)).toBe(result)
  })
  test.each(['20.18.3', '18.20.0', 'unknown'])('Node.js %s is refused with both versions named', (version) => {
    expect(() => requireNode(version)).toThrow(new RegExp(`${version}.*20\\.19\\.0`))
  })
  test.each(['20.19.0', '24.0.0'])('Node.js %s is accepted', (version) => {
    expect(() => requireNode(version)).not.toThrow()
  })
})
