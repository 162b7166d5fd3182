/** The lines of a lockfile that name where a package came from: they would bind every clone to one registry. */
export function findRegistryHosts(lockfile) {
  return lockfile.split('\n').filter((line) => /\btarball:|\bresolved:|https?:\/\//.test(line))
}
