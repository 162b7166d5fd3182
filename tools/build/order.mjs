import { localDependencies } from '../workspace/packages.mjs'

/** Packages with every dependency before its dependents; a cycle is an error that names its members. */
export function inBuildOrder(packages) {
  const byName = new Map(packages.map((entry) => [entry.manifest.name, entry]))
  const ordered = new Set()
  const visit = (entry, path) => {
    if (path.includes(entry))
      throw new Error(`Packages depend on each other: ${path.map(({ manifest }) => manifest.name).join(' → ')}`)
    for (const name of localDependencies(entry.manifest)) {
      const dependency = byName.get(name)
      if (dependency !== undefined) visit(dependency, [...path, entry])
    }
    ordered.add(entry)
  }
  for (const entry of packages) visit(entry, [])
  return [...ordered]
}

/** The given packages and everything of the workspace they depend on. */
export function withDependencies(packages, names) {
  const wanted = new Set()
  const add = (name) => {
    const entry = packages.find(({ manifest }) => manifest.name === name)
    if (entry === undefined || wanted.has(entry)) return
    wanted.add(entry)
    localDependencies(entry.manifest).forEach(add)
  }
  names.forEach(add)
  return packages.filter((entry) => wanted.has(entry))
}
