import { describe, expect, test } from '@jest/globals'
import { listWorkspace } from '../workspace/packages.mjs'

const published = listWorkspace().filter((entry) => entry.published)

describe('what packages export', () => {
  // moduleResolution node10 reads no `exports`: without typesVersions a subpath's types are silently `any` there.
  test.each(published.map(({ manifest }) => [manifest.name, manifest]))(
    '%s: each subpath has types under the oldest module resolution too',
    (_name, { exports, typesVersions, bin = {} }) => {
      const commands = Object.values(bin) // run, never imported
      const subpaths = Object.entries(exports).filter(
        ([path, target]) => path !== '.' && typeof target === 'object' && !commands.includes(target.import.default),
      )
      const expected = subpaths.map(([path, target]) => [path.slice(2), [target.import.types]])
      expect(typesVersions?.['*'] ?? {}).toEqual(Object.fromEntries(expected))
    },
  )
})
