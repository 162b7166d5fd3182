/** A key's last characters that are looked at: 72 bits of an engine's key, and more than the 64 that are made of them. */
const HASHED_CHARS = 12

/**
 * Writes 64 bits of an entity's kind and key to `out[0]` and `out[1]`. Keys are keyed hashes already, so nobody outside
 * chooses them; the mixing only spreads their characters over both words. At a million entities two of them meet with a
 * chance of 3 in 10^8.
 */
export function hashEntity(kind: string, key: string, out: Uint32Array): void {
  let low = 0x2545f491
  let high = 0x68e31da4
  for (let i = 0; i < kind.length; i++) {
    low = Math.imul(low ^ kind.charCodeAt(i), 0x5bd1e995)
    high = Math.imul(high + kind.charCodeAt(i), 0x27d4eb2d)
  }
  // Kind and key must not run into one another: 'a' + 'bc' is not 'ab' + 'c'.
  low ^= kind.length | (key.length << 8)
  const end = key.length
  let i = Math.max(0, end - HASHED_CHARS)
  for (; i + 1 < end; i += 2) {
    const code = key.charCodeAt(i) | (key.charCodeAt(i + 1) << 16)
    low = Math.imul(low ^ code, 0x5bd1e995)
    low ^= low >>> 15
    high = Math.imul(high + code, 0x27d4eb2d)
    high ^= high >>> 13
  }
  if (i < end) {
    low = Math.imul(low ^ key.charCodeAt(i), 0x5bd1e995)
    high = Math.imul(high + key.charCodeAt(i), 0x27d4eb2d)
  }
  out[0] = Math.imul(low ^ (low >>> 16), 0x45d9f3b)
  out[1] = Math.imul(high ^ (high >>> 16), 0x119de1f3)
}
