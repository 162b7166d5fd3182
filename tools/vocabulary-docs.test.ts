import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { publicNames } from '../packages/core/src/vocabulary/index.js'
import { type DocumentedDetector, namesNotRaised, raisedBy } from './vocabulary/raised-by.js'
import { documentedDetectors } from './vocabulary/registry.js'
import { vocabularyMarkdown } from './vocabulary-docs.js'

const ipBurst: DocumentedDetector = {
  name: 'ip-burst',
  summary: 'Many events from one address.',
  honest: 'An office | school behind one address.',
  needs: [
    { name: 'address', source: 'request', optional: false },
    { name: 'ip.events.1m', source: 'history', optional: true },
  ],
  raises: ['IP_ACTION_VELOCITY', 'MCPS-2000'],
}
const addressFlood: DocumentedDetector = {
  ...ipBurst,
  name: 'address-flood',
  honest: 'A carrier.',
  needs: ipBurst.needs.slice(0, 1),
  raises: ['MCPS-2000'],
}

function rowOf(markdown: string, name: string): string | undefined {
  return markdown.split('\n').find((line) => line.startsWith(`| \`${name}\` |`))
}

describe('docs/vocabulary.md', () => {
  it('is what the generator prints; if not, run pnpm docs:generate', () => {
    const written = readFileSync(new URL('../docs/vocabulary.md', import.meta.url), 'utf8')
    expect(written).toBe(vocabularyMarkdown(documentedDetectors))
  })

  it('shows beside a name its detectors, what they need, and whom they may hit by mistake', () => {
    const row = rowOf(vocabularyMarkdown([ipBurst, addressFlood]), 'MCPS-2000')
    expect(row).toContain(
      '| `address-flood`<br>`ip-burst` | `address` (request)<br>`ip.events.1m` (history, if known) | A carrier.<br>An office \\| school behind one address. |',
    )
  })

  it('does not depend on the order of the registry', () => {
    expect(vocabularyMarkdown([addressFlood, ipBurst])).toBe(vocabularyMarkdown([ipBurst, addressFlood]))
  })

  it('has one row for every public name, and says where no detector raises it', () => {
    const markdown = vocabularyMarkdown([ipBurst])
    for (const name of publicNames) {
      expect(rowOf(markdown, name)?.includes('*no detector yet*')).toBe(!ipBurst.raises.includes(name))
    }
    expect(markdown).toContain(`2 of ${publicNames.length} reasons`)
  })

  it('keeps every table rectangular', () => {
    const tables = vocabularyMarkdown([ipBurst, addressFlood])
      .split('\n\n')
      .filter((block) => block.includes('\n| --- '))
    expect(tables.length).toBeGreaterThan(8)
    for (const table of tables) {
      const widths = table
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .map((line) => line.split(/(?<!\\)\|/).length)
      expect(new Set(widths).size).toBe(1)
    }
  })
})

describe('names not raised', () => {
  it('are all of them without detectors, and none of those that a detector raises', () => {
    expect(namesNotRaised([])).toEqual(publicNames)
    const open = namesNotRaised([ipBurst])
    expect(open).toHaveLength(publicNames.length - 2)
    expect(open).not.toContain('MCPS-2000')
  })

  it('are those whose list of detectors is empty', () => {
    const raisers = raisedBy([ipBurst, addressFlood])
    expect([...raisers].filter(([, detectors]) => detectors.length === 0).map(([name]) => name)).toEqual(
      namesNotRaised([ipBurst, addressFlood]),
    )
  })
})
