/** How often processes exchange what they saw of everybody; an attack on all of them shows in each within this time. */
const INTERVAL_MS = 20_000

/** A store that doesn't answer may cost the end of a process this much. */
const PATIENCE_MS = 500

export interface Merging {
  /** Merges a last time, so that the next process knows what this one saw; gives up after 500 ms. */
  stop(): Promise<void>
}

/** Merges at once and then every 20 s. The timer doesn't keep the process alive. */
export function startMerging({ merge }: { readonly merge: () => Promise<void> }): Merging {
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
    async stop() {
      clearInterval(timer)
      let patience: NodeJS.Timeout | undefined
      const tooLong = new Promise<void>((resolve) => {
        patience = setTimeout(resolve, PATIENCE_MS)
      })
      await Promise.race([run(), tooLong])
      clearTimeout(patience)
    },
  }
}
