/**
 * Who may import whom inside packages/core/src, from the bottom up: each folder lists the folders below it that it may
 * use, besides itself. Files directly in src belong to `engine`, save those named here.
 */
export const CORE_LAYERS = {
  vocabulary: [],
  errors: [],
  store: ['vocabulary', 'errors'],
  stores: ['store', 'vocabulary', 'errors'],
  facts: ['vocabulary', 'errors'],
  endpoint: ['facts', 'vocabulary', 'errors'],
  history: ['facts', 'endpoint', 'store', 'vocabulary', 'errors'],
  detectors: ['facts', 'endpoint', 'history', 'vocabulary', 'errors'],
  score: ['detectors', 'facts', 'history', 'vocabulary', 'errors'],
  policy: ['score', 'detectors', 'facts', 'history', 'vocabulary', 'errors'],
  lists: ['store', 'facts', 'vocabulary', 'errors'],
  options: ['engine', 'policy', 'score', 'detectors', 'lists', 'facts', 'store', 'vocabulary', 'errors'],
  engine: [
    'options',
    'lists',
    'policy',
    'score',
    'detectors',
    'history',
    'endpoint',
    'facts',
    'stores',
    'store',
    'vocabulary',
    'errors',
  ],
  adapter: [
    'engine',
    'options',
    'policy',
    'score',
    'detectors',
    'history',
    'endpoint',
    'facts',
    'vocabulary',
    'errors',
  ],
}

/** What a folder may name as types only: an event's facts know which entities the history keeps, without its code. */
export const CORE_TYPE_LAYERS = { facts: ['history'] }

/** Files directly in packages/core/src that aren't part of the engine. `index` and `detector` only list. */
export const CORE_ROOT_FILES = { 'errors.ts': 'errors', 'index.ts': 'door', 'detector.ts': 'door' }

/** What each package may import of the others: 'types' only, or 'all'. A package that isn't here imports none. */
export const PACKAGE_DOORS = {
  express: { '@riskguard/core/adapter': 'all', '@riskguard/core': 'types' },
  koa: { '@riskguard/core/adapter': 'all', '@riskguard/core': 'types' },
  nestjs: { '@riskguard/core/adapter': 'all', '@riskguard/core': 'types' },
  redis: { '@riskguard/core/store': 'all', '@riskguard/core': 'types' },
  network: { '@riskguard/core/address': 'all', '@riskguard/core': 'types' },
  cli: { '@riskguard/network': 'all', '@riskguard/core/address': 'all' },
  testing: { '@riskguard/core': 'all' },
}
