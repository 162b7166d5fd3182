/** Bytes of the block that replies' copies are cut from: one allocation per hundred or more replies. */
export const REPLY_POOL_BYTES = 32_768

/** Hands out copies of records. A block is left to the garbage collector once it is full and its copies are dropped. */
export interface ReplyPool {
  words: Uint32Array
  used: number
}

export function createReplyPool(): ReplyPool {
  return { words: new Uint32Array(REPLY_POOL_BYTES / 4), used: 0 }
}

/** A copy of `length` bytes from the word `from` on. */
export function copyRecord(pool: ReplyPool, source: Uint32Array, from: number, length: number): Uint8Array {
  const count = (length + 3) >>> 2
  if (pool.used + count > pool.words.length) {
    pool.words = new Uint32Array(REPLY_POOL_BYTES / 4)
    pool.used = 0
  }
  const { words, used } = pool
  for (let i = 0; i < count; i++) words[used + i] = source[from + i]!
  pool.used = used + count
  return new Uint8Array(words.buffer, used << 2, length)
}
