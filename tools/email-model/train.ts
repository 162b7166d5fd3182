// Writes packages/core/src/facts/email/letter-costs.ts: node tools/run-ts.mjs tools/email-model/train.ts
// Deterministic: the same name lists (pinned in package.json) give the same file, bit for bit.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { nameCorpus } from './names.js'
import { COST_STEP_BITS, trainLetters } from './train-letters.js'

const corpus = nameCorpus()
const costs = trainLetters(corpus)
const hash = createHash('sha256').update(JSON.stringify(corpus)).digest('hex')
const { firstNames, lastNames, words } = corpus
const text = `// Written by tools/email-model/train.ts; change that.
// Trained on ${firstNames.length} first names, ${lastNames.length} last names and ${words.length} words (sha256 ${hash.slice(0, 16)}…) of @faker-js/faker
// and @zxcvbn-ts/language-en (MIT) and of tools/email-model/romanised-names.ts. Not on any mail address.

/** Bits that one step of a cost stands for. */
export const COST_STEP_BITS = ${COST_STEP_BITS}

/** 27 × 27 × 27 costs of a letter after the two before it (a–z, then the edge of a word), a character for each. */
export const LETTER_COSTS =
${(costs.match(/.{1,108}/g) ?? []).map((line) => `  '${line}'`).join(' +\n')}
`
writeFileSync(fileURLToPath(new URL('../../packages/core/src/facts/email/letter-costs.ts', import.meta.url)), text)
console.log(`${costs.length} costs from ${firstNames.length + lastNames.length + words.length} names and words`)
