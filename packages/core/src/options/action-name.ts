import { text } from './strict.js'

/** A built-in action or the host's own: it stands in history's keys and in the sealed action_id, which takes 32 characters. */
export const actionName = text(
  'the name of an action: 1 to 32 of letters, digits, _ . : -',
  /^[A-Za-z0-9][\w.:-]{0,31}$/,
)
