import { createHash } from 'node:crypto'
import { applyTouch, SCRATCH_BYTES } from '../apply.js'
import type { Touch } from '../operation.js'

/** The model that stores are compared with: the definition in `apply.ts` over a plain Map, without expiry. */
export interface ReferenceStore {
  /** Applies one touch and answers the record as it was before. */
  touch(touch: Touch, nowMs: number): Uint8Array | null
  read(entity: { readonly kind: string; readonly key: string }): Uint8Array | null
  remove(entity: { readonly kind: string; readonly key: string }): void
}

export function createReferenceStore(): ReferenceStore {
  const records = new Map<string, Uint8Array>()
  const scratch = new Uint8Array(SCRATCH_BYTES)
  return {
    touch(touch, nowMs) {
      const old = records.get(touch.kind + touch.key) ?? null
      const length = applyTouch(old, touch, nowMs, scratch)
      if (length > 0) records.set(touch.kind + touch.key, scratch.slice(0, length))
      return old
    },
    read: (entity) => records.get(entity.kind + entity.key) ?? null,
    remove: (entity) => void records.delete(entity.kind + entity.key),
  }
}

let made = 0

/** An entity key that no other test of this run has used, in the form that the engine makes. */
export function freshKey(): string {
  return entityKey(`${process.pid}.${performance.timeOrigin}.${made++}`)
}

/** 20 characters of base64url that stand for `name`. */
export function entityKey(name: string): string {
  return createHash('sha256').update(name).digest('base64url').slice(0, 20)
}

/** 6 characters that stand for `name` inside a set or table. */
export function memberOf(name: string): string {
  return entityKey(name).slice(0, 6)
}
