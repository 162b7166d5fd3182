/** Rows of the keyboards of the Latin world, and the columns that fingers run down. */
const ROWS = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'yxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  'qazwsxedcrfvtgbyhnujm',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv',
]
/** Keys in a row: five (`werty`) are in no name. */
const WALK = 5
const walks: ReadonlySet<string> = new Set(
  ROWS.flatMap((row) => [row, [...row].reverse().join('')]).flatMap((row) =>
    Array.from({ length: Math.max(0, row.length - WALK + 1) }, (_, at) => row.slice(at, at + WALK)),
  ),
)
/** One hand's three or four keys, again: `asdasd`, `qweqwe`, `asdfasdf`. */
const DRUMMED = /(asd|qwe|zxc|qaz|wsx|jkl|fgh|dfg|sdf|asdf|qwer|zxcv|hjkl)\1/
/** Alone, perhaps with a number. */
const ALONE = /^(?:asdf|asd|qwer|qwe|zxcv|zxc|qaz|wasd|hjkl|fdsa|sdf|dfgh|fghj)\d*$/

/** Whether fingers rather than a name wrote it: five keys in a row, or a few keys drummed. */
export function isKeyboardMash(text: string): boolean {
  for (let at = 0; at + WALK <= text.length; at++) if (walks.has(text.slice(at, at + WALK))) return true
  return DRUMMED.test(text) || ALONE.test(text)
}
