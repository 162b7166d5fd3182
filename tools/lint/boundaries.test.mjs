import { describe, expect, test } from '@jest/globals'
import { checkFile } from './boundaries.mjs'

const broken = [
  [
    'a detector reaches for a store',
    'packages/core/src/detectors/ip/x.ts',
    "import { createMemoryStore } from '../../stores/memory/index.js'",
  ],
  [
    'a detector reaches for the store port',
    'packages/core/src/detectors/ip/x.ts',
    "import type { StorePort } from '../../store/port.js'",
  ],
  [
    'a detector reaches for the engine',
    'packages/core/src/detectors/ip/x.ts',
    "import type { Engine } from '../../engine.js'",
  ],
  ['vocabulary imports anything', 'packages/core/src/vocabulary/x.ts', "import { RiskError } from '../errors.js'"],
  ['facts look at history', 'packages/core/src/facts/x.ts', "export { plan } from '../history/plan.js'"],
  ['the engine knows adapters', 'packages/core/src/engine.ts', "const x = await import('./adapter/index.js')"],
  ['core uses a framework', 'packages/core/src/adapter/x.ts', "import type { Request } from 'express'"],
  ['core uses Redis', 'packages/core/src/engine.ts', "import { Redis } from 'ioredis'"],
  ['core imports itself by name', 'packages/core/src/engine.ts', "import { x } from '@riskguard/core/store'"],
  ['core uses an adapter package', 'packages/core/src/engine.ts', "import { x } from '@riskguard/express'"],
  ['a new folder has no layer', 'packages/core/src/misc/x.ts', "import { RiskError } from '../errors.js'"],
  ['an adapter uses core beyond its door', 'packages/express/src/x.ts', "import { x } from '@riskguard/core/store'"],
  [
    'an adapter runs code of the core root',
    'packages/koa/src/x.ts',
    "import { type A, createRiskEngine } from '@riskguard/core'",
  ],
  ['an adapter digs into another package', 'packages/nestjs/src/x.ts', "import { x } from '../../core/src/engine.js'"],
  ['a package uses what it does not declare', 'packages/redis/src/x.ts', "import { z } from 'zod'"],
]

const fine = [
  [
    'a detector uses facts, history and words',
    'packages/core/src/detectors/ip/x.ts',
    "import '../../facts/a.js'\nimport '../../history/b.js'\nimport '../../vocabulary/c.js'",
  ],
  [
    'facts name the entities of history',
    'packages/core/src/facts/x.ts',
    "import type { EntityKind } from '../history/entity.js'",
  ],
  ['files of one layer use each other', 'packages/core/src/vocabulary/x.ts', "export * from './reasons/ip.js'"],
  [
    'the engine uses all below it',
    'packages/core/src/engine.ts',
    "import './policy/a.js'\nimport './store/b.js'\nimport 'node:crypto'\nimport { z } from 'zod'",
  ],
  [
    'the core index lists everything',
    'packages/core/src/index.ts',
    "export { x } from './stores/memory/index.js'\nexport { y } from './engine.js'",
  ],
  [
    'an adapter uses its door',
    'packages/express/src/x.ts',
    "import { x } from '@riskguard/core/adapter'\nimport type { Request } from 'express'",
  ],
  [
    'an adapter takes types of the core root',
    'packages/koa/src/x.ts',
    "import type { Assessment } from '@riskguard/core'\nexport { type A, type B } from '@riskguard/core'",
  ],
  [
    'a test imports what it wants',
    'packages/core/src/detectors/ip/x.test.ts',
    "import { createMemoryStore } from '../../stores/memory/index.js'",
  ],
]

describe('import boundaries', () => {
  test.each(broken)('refused: %s', (_, path, text) => {
    expect(checkFile(path, text)).toHaveLength(1)
  })
  test.each(fine)('accepted: %s', (_, path, text) => {
    expect(checkFile(path, text)).toEqual([])
  })
  test('a break names the file, the line, the import and what would be allowed', () => {
    const [line] = checkFile('packages/core/src/facts/x.ts', "\nimport { p } from '../policy/p.js'")
    expect(line).toBe('packages/core/src/facts/x.ts:2  imports ../policy/p.js: facts may use vocabulary, errors')
  })
})
