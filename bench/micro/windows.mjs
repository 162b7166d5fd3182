// How often a windowed count stands on the other side of a limit than the exact count, in bursty traffic.
import { applyTouch, RECORD_MAX_BYTES, readCount, SCRATCH_BYTES } from '@riskguard/core/store'
import { answer } from './answer.mjs'
import { createRandom } from './random.mjs'

const WINDOW_MS = 3_600_000
const BUCKET_DS = 6000
const WIDTHS_DS = [BUCKET_DS]
const START_MS = Date.UTC(2026, 10, 21)
/** Bursts of so many events, 1 to 5 s apart. */
const BURST = 20
/** Where a burst's typical rate puts the exact count now above, now below. */
const LIMIT_SHARE = 1.5

function bursty(perWindow, windows, random) {
  const times = []
  for (let at = 0; at < windows * WINDOW_MS; ) {
    at += (-Math.log(1 - random()) * WINDOW_MS * BURST) / perWindow
    for (let i = 0, event = at; i < BURST; i++, event += 1000 + random() * 4000) times.push(Math.floor(event))
  }
  return times.sort((a, b) => a - b)
}

function wrongSide(perWindow, windows) {
  const times = bursty(perWindow, windows, createRandom(perWindow))
  const limit = perWindow * LIMIT_SHARE
  const touch = {
    kind: 'i',
    key: 'x'.repeat(20),
    arguments: [],
    program: {
      ttlSeconds: 86_400,
      protectAt: 0,
      operations: [{ kind: 'count', slot: 1, add: 1, widthsDs: WIDTHS_DS }],
    },
  }
  let record = null
  let spare = new Uint8Array(Math.max(SCRATCH_BYTES, RECORD_MAX_BYTES))
  let oldest = 0
  let judged = 0
  let ring = 0
  let fixed = 0
  let inFixed = 0
  let fixedWindow = -1
  times.forEach((time, i) => {
    while (times[oldest] <= time - WINDOW_MS) oldest++
    const exact = i - oldest + 1
    const nowMs = START_MS + time
    const estimate = readCount(record, 1, WIDTHS_DS, 0, nowMs).estimate + 1
    const length = applyTouch(record, touch, nowMs, spare)
    record = spare.slice(0, length)
    spare = new Uint8Array(spare.length)
    const window = Math.floor(nowMs / WINDOW_MS)
    inFixed = window === fixedWindow ? inFixed + 1 : 1
    fixedWindow = window
    if (time < 2 * WINDOW_MS) return
    judged++
    if (estimate > limit !== exact > limit) ring++
    if (inFixed > limit !== exact > limit) fixed++
  })
  return { perWindow, events: judged, ring: ring / judged, fixed: fixed / judged }
}

answer({ run: async ({ windows }) => [5, 50, 500].map((perWindow) => wrongSide(perWindow, windows)) })
