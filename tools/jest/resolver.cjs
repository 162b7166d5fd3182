const { existsSync } = require('node:fs')
const { dirname, join, sep } = require('node:path')
const { root, sourcePaths } = require('../workspace/source-paths.cjs')

const sources = sourcePaths()
const installed = `${sep}node_modules${sep}`

/**
 * Jest's resolution, with what our source needs: `@riskguard/*` is the packages' own source, `./x.js` finds `./x.ts`,
 * and in the projects that pin a framework version (test/nest10, …) our own files see that version first.
 */
module.exports = (request, options) => {
  const source = sources[request]
  if (source !== undefined) return source
  const ours = !options.basedir.includes(installed)
  if (ours && /^\.\.?\//.test(request) && request.endsWith('.js')) {
    const typescript = join(options.basedir, `${request.slice(0, -'.js'.length)}.ts`)
    if (existsSync(typescript)) return typescript
  }
  const pinned = options.rootDir
  if (ours && pinned !== undefined && pinned !== root && /^[@a-z]/i.test(request) && !request.startsWith('node:')) {
    try {
      return options.defaultResolver(request, { ...options, basedir: pinned })
    } catch {
      // Not one of the pinned packages: the file's own dependencies decide.
    }
  }
  return options.defaultResolver(request, { ...options, basedir: options.basedir || dirname(root) })
}
