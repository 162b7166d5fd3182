import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const NOT_SOURCE = new Set(['node_modules', 'dist', '.git'])

/** All files under the given files and folders, sorted; installed and built ones left out. */
export function listFiles(paths) {
  return paths.flatMap((path) => (existsSync(path) ? walk(path) : [])).sort()
}

function walk(path) {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .filter((name) => !NOT_SOURCE.has(name))
    .flatMap((name) => walk(join(path, name)))
}

/** One hash over names and contents of files, plus whatever else decides the result. */
export function fingerprint(root, files, others = []) {
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0')
  return hash.update(JSON.stringify(others)).digest('hex')
}

/** Whether the stamp of an earlier run says that nothing changed since. */
export function isStamped(stampFile, print) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === print
}

/** Remembers that the work for this fingerprint is done. */
export function stamp(stampFile, print) {
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, print)
}
