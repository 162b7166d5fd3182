const SLOTS = 16_384

const table = new Uint16Array(256)
for (let i = 0; i < 256; i++) {
  let crc = i << 8
  for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1
  table[i] = crc & 0xffff
}

/**
 * The cluster slot of a key, CRC16 (XMODEM) as in the Redis Cluster specification. Only for this store's own keys:
 * ASCII, and without braces, since no prefix or name may hold any.
 */
export function keySlot(key: string): number {
  let crc = 0
  for (let i = 0; i < key.length; i++) {
    crc = ((crc << 8) & 0xffff) ^ (table[((crc >> 8) ^ key.charCodeAt(i)) & 0xff] as number)
  }
  return crc % SLOTS
}
