/** The first `1.2.3` (or `1.2`) in a text, as numbers; undefined when there is none. */
export function parseVersion(text) {
  const found = /(\d+)\.(\d+)(?:\.(\d+))?/.exec(text)
  return found === null ? undefined : [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)]
}

/** Whether a version, as numbers, is the wanted one or a later one. */
export function isAtLeast(version, wanted) {
  for (const [index, least] of wanted.entries()) {
    const part = version[index] ?? 0
    if (part !== least) return part > least
  }
  return true
}
