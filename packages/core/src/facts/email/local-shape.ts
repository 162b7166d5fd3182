/**
 * The form of a local part: runs of letters and of digits with their lengths, separators as they are. `jsmith92` is
 * `a6d2`, `anna.berg` is `a4.a4`. Sign-ups by one program share it; people's hardly ever do.
 */
export function localShape(local: string): string {
  return local.replace(/\p{L}+|\p{N}+/gu, (run) => `${/\p{N}/u.test(run.charAt(0)) ? 'd' : 'a'}${run.length}`)
}
