import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SetupFailure } from '../setup/failure.mjs'
import { listFiles } from '../setup/fingerprint.mjs'
import { capture } from '../setup/run.mjs'
import { at } from '../workspace/root.mjs'

const TSC = at('node_modules', 'typescript7', 'bin', 'tsc')

/**
 * Writes dist/**.d.ts beside the JavaScript, and a .d.cts twin of each for `require`. Other packages are seen as
 * their users see them, by their built declarations, so dependencies are to be built first.
 */
export async function buildDeclarations({ folder, manifest }, entries) {
  const project = writeProject(folder, Object.values(entries))
  const { code, output } = await capture(process.execPath, [TSC, '-p', project], { cwd: folder })
  if (code !== 0) throw new SetupFailure(`The declarations of ${manifest.name} don't compile:\n${output}`)
  for (const file of listFiles([join(folder, 'dist')])) {
    if (file.endsWith('.d.ts'))
      writeFileSync(file.replace(/\.d\.ts$/, '.d.cts'), toCommonJs(readFileSync(file, 'utf8')))
  }
}

function writeProject(folder, files) {
  const project = join(folder, 'node_modules', '.riskguard', 'tsconfig.declarations.json')
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: join(folder, 'src'),
    outDir: join(folder, 'dist'),
    paths: {},
  }
  mkdirSync(join(folder, 'node_modules', '.riskguard'), { recursive: true })
  writeFileSync(
    project,
    JSON.stringify({ extends: join(folder, 'tsconfig.json'), compilerOptions, include: [], files }),
  )
  return project
}

/** A declaration file's text with its relative imports turned to the CommonJS twins. */
export function toCommonJs(text) {
  return text.replace(/((?:from|import)\s*\(?\s*)(['"])(\.{1,2}\/[^'"]*)\.js\2/g, '$1$2$3.cjs$2')
}
