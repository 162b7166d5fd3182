import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The folder of an installed npm package, looked for as Node does from the app's working directory and from the folder of
 * its main script; null when it isn't installed.
 */
export function findPackage(name: string, from: readonly string[] = startingFolders()): string | null {
  for (const start of from) {
    for (let folder = start; ; folder = dirname(folder)) {
      const candidate = join(folder, 'node_modules', name)
      if (existsSync(join(candidate, 'package.json'))) return candidate
      if (dirname(folder) === folder) break
    }
  }
  return null
}

function startingFolders(): string[] {
  const script = process.argv[1]
  return script === undefined ? [process.cwd()] : [process.cwd(), dirname(script)]
}
