import type { StorePort } from '@riskguard/core/store'

/** Waits until `holds` does, or throws; for what real servers and sockets do in their own time. */
export async function until(holds: () => boolean | Promise<boolean>, what: string, timeoutMs = 10_000): Promise<void> {
  const end = performance.now() + timeoutMs
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`waited ${timeoutMs} ms in vain until ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

export function untilReady(store: StorePort): Promise<void> {
  return until(() => store.health().ready, 'the store is ready')
}
