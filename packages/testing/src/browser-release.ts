const DAY_MS = 86_400_000

/**
 * The Chromium major that most people have at a time: releases come every four weeks (131 on 2024-11-12), every two from
 * 153 (2026-09-08). Source: the Chromium release calendar.
 */
export function chromiumMajorAt(atMs: number): number {
  const fast = Date.UTC(2026, 8, 8)
  if (atMs >= fast) return 153 + Math.floor((atMs - fast) / (14 * DAY_MS))
  return 131 + Math.floor((atMs - Date.UTC(2024, 10, 12)) / (28 * DAY_MS))
}

/** Firefox: 130 on 2024-09-03, every four weeks. Source: the Firefox release calendar. */
export function firefoxMajorAt(atMs: number): number {
  return 130 + Math.floor((atMs - Date.UTC(2024, 8, 3)) / (28 * DAY_MS))
}

/** Safari comes in September and, since 26, is numbered after the year it is meant for; before that it was 18. */
export function safariMajorAt(atMs: number): number {
  const year = new Date(atMs - 258 * DAY_MS).getUTCFullYear()
  return year >= 2025 ? year - 1999 : year - 2006
}
