import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { transform } from '@swc/core'
import { swcOptions } from '../jest/swc-options.mjs'

const { sourcePaths } = createRequire(import.meta.url)('../workspace/source-paths.cjs')
const sources = sourcePaths()

/** `@riskguard/*` is source, and a relative `./x.js` is `./x.ts` where only that exists. */
export async function resolve(specifier, context, next) {
  const source = sources[specifier]
  if (source !== undefined) return { url: pathToFileURL(source).href, format: 'module', shortCircuit: true }
  if (
    /^(\.{1,2}\/|file:)/.test(specifier) &&
    specifier.endsWith('.js') &&
    !context.parentURL?.includes('/node_modules/')
  ) {
    const url = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL)
    if (existsSync(fileURLToPath(url))) return { url: url.href, format: 'module', shortCircuit: true }
  }
  return next(specifier, context)
}

/** TypeScript files are compiled as the tests compile them. */
export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context)
  const filename = fileURLToPath(url)
  const { code } = await transform(await readFile(filename, 'utf8'), { ...swcOptions, filename })
  return { format: 'module', source: code, shortCircuit: true }
}
