const { readFileSync } = require('node:fs')
const { join } = require('node:path')

const root = join(__dirname, '..', '..')

/**
 * Where each `@riskguard/*` specifier lives in source: the `paths` of tsconfig.base.json, made absolute.
 * That file is the one list; jest, the TypeScript runner and the type check all read it.
 */
function sourcePaths() {
  const { paths } = JSON.parse(readFileSync(join(root, 'tsconfig.base.json'), 'utf8')).compilerOptions
  return Object.fromEntries(Object.entries(paths).map(([name, [path]]) => [name, join(root, path)]))
}

module.exports = { root, sourcePaths }
