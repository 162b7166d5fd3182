/** Bytes of the block that replies' copies are cut from: one allocation per hundred or more replies. */
export const REPLY_POOL_BYTES = 32_768
/** Words that a copy takes at a time. */
const STRIDE = 4
/** From this many words on, a view and one block move cost less than a loop. */
const BLOCK_MOVE_WORDS = 48

/** Hands out copies of records. A block is left to the garbage collector once it is full and its copies are dropped. */
export interface ReplyPool {
  words: Uint32Array
  /** Of `words`; kept apart because asking an array for its buffer is a call out of compiled code. */
  buffer: ArrayBuffer
  used: number
}

export function createReplyPool(): ReplyPool {
  const buffer = new ArrayBuffer(REPLY_POOL_BYTES)
  return { words: new Uint32Array(buffer), buffer, used: 0 }
}

/** A copy of `length` bytes from the word `from` on. */
export function copyRecord(pool: ReplyPool, source: Uint32Array, from: number, length: number): Uint8Array {
  const count = (length + 3) >>> 2
  if (pool.used + count > pool.words.length) {
    Object.assign(pool, createReplyPool())
  }
  const { words, used } = pool
  copyWords(source, from, words, used, count)
  pool.used = used + count
  return new Uint8Array(pool.buffer, used << 2, length)
}

/** Copies `count` words. Four at a time: the loop's own bookkeeping costs more than a word. */
export function copyWords(source: Uint32Array, from: number, out: Uint32Array, to: number, count: number): void {
  if (count >= BLOCK_MOVE_WORDS) {
    out.set(new Uint32Array(source.buffer, source.byteOffset + (from << 2), count), to)
    return
  }
  let i = 0
  for (; i + STRIDE <= count; i += STRIDE) {
    const a = source[from + i]!
    const b = source[from + i + 1]!
    const c = source[from + i + 2]!
    const d = source[from + i + 3]!
    out[to + i] = a
    out[to + i + 1] = b
    out[to + i + 2] = c
    out[to + i + 3] = d
  }
  for (; i < count; i++) out[to + i] = source[from + i]!
}
