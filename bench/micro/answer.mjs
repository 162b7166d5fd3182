// How a micro-benchmark's process speaks with the bench: it says that it is ready, then answers orders by name.

/** @param orders `{ name: async (details) => result }` */
export function answer(orders, ready = {}) {
  process.on('message', async ({ id, order, ...details }) => {
    try {
      process.send({ id, result: await orders[order](details) })
    } catch (error) {
      process.send({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
  process.on('disconnect', () => process.exit(0))
  process.send({ ready: true, ...ready })
}
