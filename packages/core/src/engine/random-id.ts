import { randomFillSync } from 'node:crypto'

const POOL_BYTES = 8_192

/**
 * Makes random ids of `bytes` bytes as base64url. One call to the random source fills hundreds: the call costs more than
 * its bytes.
 */
export function createRandomIds(bytes: number): () => string {
  const pool = Buffer.allocUnsafeSlow(POOL_BYTES - (POOL_BYTES % bytes))
  let used = pool.length
  return () => {
    if (used === pool.length) {
      randomFillSync(pool)
      used = 0
    }
    const id = pool.toString('base64url', used, used + bytes)
    used += bytes
    return id
  }
}
