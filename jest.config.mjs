import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { swcOptions } from './tools/jest/swc-options.mjs'

const root = dirname(fileURLToPath(import.meta.url))

const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': ['@swc/jest', swcOptions] },
  resolver: join(root, 'tools/jest/resolver.cjs'),
  testMatch: ['**/*.test.ts', '**/*.test.mjs'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
}

const pinned = ['nest10', 'nest11', 'nest12']

/** One project for everything, and one per framework version that can't share a node_modules with another. */
export default {
  reporters: ['default', join(root, 'tools/jest/summary-reporter.mjs')],
  testTimeout: 30_000,
  projects: [
    {
      ...shared,
      displayName: 'riskguard',
      rootDir: root,
      roots: ['packages', 'examples', 'test', 'tools', 'bench', 'eval'].map((folder) => join(root, folder)),
      testPathIgnorePatterns: [...shared.testPathIgnorePatterns, ...pinned.map((name) => `/test/${name}/`)],
    },
    ...pinned.map((name) => ({ ...shared, displayName: name, rootDir: join(root, 'test', name) })),
  ],
}
