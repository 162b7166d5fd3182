import { publicNames } from '../packages/core/src/vocabulary/index.js'
import { namesNotRaised } from './vocabulary/raised-by.js'
import { documentedDetectors } from './vocabulary/registry.js'

// Prints the public names that no detector raises yet, one a line; `--strict` makes any such name a failure.
const open = namesNotRaised(documentedDetectors)
for (const name of open) console.log(name)
console.log(
  `${publicNames.length - open.length} of ${publicNames.length} names are raised by a detector, ${open.length} by none yet.`,
)
if (process.argv.includes('--strict') && open.length > 0) process.exitCode = 1
