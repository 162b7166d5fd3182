import { randomBytes } from 'node:crypto'

/** Random bytes of one pool: 1,536 characters. One call to the random source costs more than its bytes. */
const POOL_BYTES = 1_152

/** Makes random ids with the length of `bytes` bytes in base64url; every character is random. */
export function createRandomIds(bytes: number): () => string {
  const chars = Math.ceil((bytes * 4) / 3)
  let pool = ''
  let used = 0
  return () => {
    if (used + chars > pool.length) {
      pool = randomBytes(POOL_BYTES).toString('base64url')
      used = 0
    }
    used += chars
    return pool.slice(used - chars, used)
  }
}
