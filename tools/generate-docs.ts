import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { documentedDetectors } from './vocabulary/registry.js'
import { vocabularyMarkdown } from './vocabulary-docs.js'

// Writes the generated pages of docs/; `--check` writes nothing and fails where a page isn't what would be written.
const pages = { 'vocabulary.md': vocabularyMarkdown(documentedDetectors) } as const

for (const [name, text] of Object.entries(pages)) {
  const file = new URL(`../docs/${name}`, import.meta.url)
  if (existsSync(file) && readFileSync(file, 'utf8') === text) {
    console.log(`docs/${name} is up to date.`)
  } else if (process.argv.includes('--check')) {
    console.error(`docs/${name} is not what its sources say. Run: pnpm docs:generate`)
    process.exitCode = 1
  } else {
    writeFileSync(file, text)
    console.log(`docs/${name} written.`)
  }
}
