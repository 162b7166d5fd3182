// Writes packages/core/src/detectors/registry.ts: every detector that stands in a file of detectors/<family>/.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { at } from './workspace/root.mjs'

export const REGISTRY = at('packages', 'core', 'src', 'detectors', 'registry.ts')

/** The registry's text as the files of `detectors/<family>/` ask for it, in alphabetical order of their paths. */
export function registrySource() {
  const found = families().flatMap(detectorsOf)
  const imports = [
    { from: './define-detector.js', line: "import type { Detector } from './define-detector.js'" },
    ...found.map(({ names, path }) => ({
      from: `./${path}.js`,
      line: `import { ${names.join(', ')} } from './${path}.js'`,
    })),
  ]
  return [
    '// Written by `pnpm docs:generate` (tools/generate-registry.mjs) from the files of detectors/<family>/. Change those.',
    '',
    ...imports.sort((one, other) => (one.from < other.from ? -1 : 1)).map(({ line }) => line),
    '',
    '/** Every built-in detector. The order means nothing. */',
    'export const detectors: readonly Detector[] = [',
    ...found.flatMap(({ names }) => names.map((name) => `  ${name},`)),
    ']',
    '',
  ].join('\n')
}

const folder = at('packages', 'core', 'src', 'detectors')

function families() {
  const entries = readdirSync(folder, { withFileTypes: true })
  return sorted(entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name))
}

function detectorsOf(family) {
  const files = readdirSync(`${folder}/${family}`).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  return sorted(files).flatMap((file) => {
    const text = readFileSync(`${folder}/${family}/${file}`, 'utf8')
    const names = [...text.matchAll(/^export const (\w+)(?:: Detector)? = defineDetector\(/gm)].map((match) => match[1])
    return names.length === 0 ? [] : [{ names: sorted(names), path: `${family}/${file.slice(0, -'.ts'.length)}` }]
  })
}

/** By code units: the same on every machine. */
function sorted(names) {
  return [...names].sort((one, other) => (one < other ? -1 : 1))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const source = registrySource()
  if (readFileSync(REGISTRY, { encoding: 'utf8', flag: 'a+' }) !== source) writeFileSync(REGISTRY, source)
}
