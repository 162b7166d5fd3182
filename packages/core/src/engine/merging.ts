/** How often processes exchange what they saw of everybody; an attack on all of them shows in each within this time. */
const INTERVAL_MS = 20_000

/** Merges at once and then every 20 s. The timer doesn't keep the process alive. */
export function startMerging({ merge }: { readonly merge: () => Promise<void> }): { stop(): void } {
  let busy = false
  const run = async () => {
    if (busy) return
    busy = true
    await merge()
    busy = false
  }
  const timer = setInterval(run, INTERVAL_MS)
  timer.unref()
  void run()
  return {
    stop() {
      clearInterval(timer)
      void run()
    },
  }
}
