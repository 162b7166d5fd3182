import { z } from 'zod'
import { listSubjects } from '../facts/lists.js'
import { oneOf, strict, text } from './strict.js'

/** The form of an entry; `parseEntry` of lists/ reads what stands in it. */
export const listEntrySchema = strict({
  list: oneOf('allow', 'deny', 'challenge'),
  subject: oneOf(...listSubjects),
  value: z.union([z.string(), z.number()], { error: 'expected text or a number' }),
  name: text('a name of at most 64 characters', /^.{0,64}$/s)
    .nullable()
    .optional(),
  expires_at: z
    .union([z.number(), z.string()], { error: 'expected milliseconds since the Unix epoch or ISO 8601' })
    .nullable()
    .optional(),
})
