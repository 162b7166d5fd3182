import type { Lane } from './lane.js'

/** Looks at each connection this many times per deadline. */
const LOOKS = 4
/** A handshake may take longer than a call: a loading or paused server answers it when it can. */
const HANDSHAKE_LOOKS = 3 * LOOKS

interface Seen {
  answered: number
  looks: number
}

/**
 * Finds connections that owe answers and gave none for a whole deadline. It counts looks instead of comparing clocks:
 * while the host blocks its event loop no look happens, so a pause of ours is never taken for a pause of Redis.
 */
export function watchStalls(
  options: { readonly deadlineMs: number; readonly lanes: () => Iterable<Lane>; readonly onLook: () => void },
  onStall: (lane: Lane) => void,
): { stop(): void } {
  const seen = new WeakMap<Lane, Seen>()
  const timer = setInterval(() => {
    options.onLook()
    for (const lane of [...options.lanes()]) if (isStalled(lane)) onStall(lane)
  }, options.deadlineMs / LOOKS)
  timer.unref()

  function isStalled(lane: Lane): boolean {
    const before = seen.get(lane)
    const isShakingHands = lane.redis.status === 'connect'
    const owes = lane.pending > 0 || isShakingHands
    if (before === undefined || !owes || before.answered !== lane.answered) {
      seen.set(lane, { answered: lane.answered, looks: 0 })
      return false
    }
    before.looks++
    if (before.looks <= (isShakingHands ? HANDSHAKE_LOOKS : LOOKS)) return false
    before.looks = 0
    return true
  }

  return { stop: () => clearInterval(timer) }
}
