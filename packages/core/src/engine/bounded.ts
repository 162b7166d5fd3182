/**
 * What a hook of the host gives, or the fallback when it throws, rejects or takes longer than `ms`. Stays synchronous for
 * a hook that is.
 */
export function bounded<T>(
  call: () => T | Promise<T>,
  options: {
    readonly ms: number
    readonly fallback: T
    readonly onFault: (error: unknown) => void
  },
): T | Promise<T> {
  const { ms, fallback, onFault } = options
  try {
    const given = call()
    if (!isThenable(given)) return given
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        onFault(new Error(`took longer than ${ms} ms`))
        resolve(fallback)
      }, ms)
      // The request keeps the process alive; what comes after its response must not.
      timer.unref()
      const settle = (value: T) => {
        clearTimeout(timer)
        resolve(value)
      }
      Promise.resolve(given).then(settle, (error: unknown) => {
        onFault(error)
        settle(fallback)
      })
    })
  } catch (error) {
    // The host's own code: it may throw whatever it likes.
    onFault(error)
    return fallback
  }
}

function isThenable<T>(value: T | Promise<T>): value is Promise<T> {
  return typeof value === 'object' && value !== null && typeof (value as Promise<T>).then === 'function'
}
