import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { REGISTRY, registrySource } from './generate-registry.mjs'

describe('detectors/registry.ts', () => {
  it('lists what stands in the folders; if not, run pnpm docs:generate', () => {
    expect(readFileSync(REGISTRY, 'utf8')).toBe(registrySource())
  })
})
