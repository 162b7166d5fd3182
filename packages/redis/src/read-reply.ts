import { isRecord, type TouchReply } from '@riskguard/core/store'
import { type RedisFailureCause, toFailureCause } from './failure.js'

/** What scripts/touch.lua answers instead of a record where something else stood under the key. */
const WAS_NO_RECORD = 1

/** Distrusts a reply of scripts/touch.lua for `entities` keys; null when it isn't one. */
export function readTouchReply(reply: unknown, entities: number): TouchReply[] | null {
  if (!Array.isArray(reply) || reply.length !== entities + 1) return null
  const nowMs: unknown = reply[0]
  if (typeof nowMs !== 'number' || !Number.isSafeInteger(nowMs)) return null
  const answers: TouchReply[] = []
  for (let i = 1; i <= entities; i++) {
    const answer = readAnswer(reply[i], nowMs)
    if (answer === null) return null
    answers.push(answer)
  }
  return answers
}

function readAnswer(answer: unknown, nowMs: number): TouchReply | null {
  if (answer === null) return { state: 'known', record: null, nowMs }
  if (answer === WAS_NO_RECORD) return { state: 'known', record: null, nowMs, corrupt: true }
  if (answer instanceof Uint8Array) return isRecord(answer) ? { state: 'known', record: answer, nowMs } : null
  if (typeof answer === 'object' && 'message' in answer) return failedAnswer(toFailureCause(answer))
  return null
}

export function failedAnswer(failure: RedisFailureCause): TouchReply {
  return { state: 'failed', cause: failure }
}
