import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The executable files of the given names on PATH, in the names' order; `path` is PATH's own form. */
export function findOnPath(names, path = process.env.PATH ?? '') {
  const folders = path.split(delimiter).filter((folder) => folder !== '')
  return names.flatMap((name) => folders.map((folder) => join(folder, name)).filter(isExecutable))
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false // absent, or not ours to run
  }
}
