/** Little-endian numbers into a record; reading them is in record.ts. */

export const MAX_U16 = 65535

export function writeU16(out: Uint8Array, at: number, value: number): void {
  out[at] = value & 0xff
  out[at + 1] = (value >>> 8) & 0xff
}

/** `value` may exceed 32 bits; the low 32 are kept (bitwise operators do, and faster than a remainder). */
export function writeU32(out: Uint8Array, at: number, value: number): void {
  const low = value | 0
  out[at] = low & 0xff
  out[at + 1] = (low >>> 8) & 0xff
  out[at + 2] = (low >>> 16) & 0xff
  out[at + 3] = (low >>> 24) & 0xff
}

const floatView = new Float32Array(1)
const floatBytes = new Uint8Array(floatView.buffer)

export function writeF32(out: Uint8Array, at: number, value: number): void {
  floatView[0] = value
  for (let i = 0; i < 4; i++) out[at + i] = floatBytes[i] as number
}

/** From this many bytes on, a view and one block move cost less than a loop. */
const BLOCK_MOVE_BYTES = 128

/** Copies `source` from `from` up to `end`; returns where the copy ends. */
export function copy(source: Uint8Array, from: number, end: number, out: Uint8Array, to: number): number {
  if (end - from >= BLOCK_MOVE_BYTES) {
    out.set(source.subarray(from, end), to)
    return to + end - from
  }
  for (let i = from; i < end; i++) out[to++] = source[i] as number
  return to
}
