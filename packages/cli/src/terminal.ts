/** Where a command writes. */
export interface Terminal {
  out(text: string): void
  err(text: string): void
  /** Whether a person watches `err`: progress is for them. */
  readonly isWatched: boolean
}
