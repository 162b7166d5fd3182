const started = performance.now()

/** `12.3 s`, or `2 min 05 s` from a minute on. */
export function toDuration(ms) {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`
}

/** One line that says what happens now. */
export function say(text) {
  process.stdout.write(`riskguard  ${text}\n`)
}

/** Names a step, runs it, and says how long it took; a sign of life every ten seconds meanwhile. */
export async function step(name, run) {
  const from = performance.now()
  say(`${name} …`)
  const alive = setInterval(() => say(`  still at it: ${name} (${toDuration(performance.now() - from)})`), 10_000)
  try {
    const result = await run()
    const note = typeof result === 'string' ? `, ${result}` : ''
    say(`  done in ${toDuration(performance.now() - from)}${note}`)
    return result
  } finally {
    clearInterval(alive)
  }
}

/** Time since the process began, for the closing line. */
export function elapsed() {
  return toDuration(performance.now() - started)
}
