import {
  actions,
  anomalyCodes,
  challenges,
  endpointClasses,
  inputMethods,
  type KnownBy,
  knowledgeSources,
  type PublicName,
  type ReasonDefinition,
  reasons,
  recommendationTypes,
  riskSignals,
  signals,
  threatByEndpointClass,
  threats,
} from '../packages/core/src/vocabulary/index.js'
import { type DocumentedDetector, type DocumentedNeed, namesNotRaised, raisedBy } from './vocabulary/raised-by.js'

type Row = readonly string[]

const PUBLIC_NAME_HEAD = ['Name', 'Meaning', 'Known by', 'Raised by', 'Needs', 'The honest person who trips it']

/** docs/vocabulary.md: every name of the vocabulary, and beside the public names the detectors that raise them. */
export function vocabularyMarkdown(detectors: readonly DocumentedDetector[]): string {
  const raisers = raisedBy(detectors)
  const open = namesNotRaised(detectors).length

  const publicRow = (name: PublicName, meaning: string, knownBy: readonly KnownBy[]): Row => {
    const own = raisers.get(name) ?? []
    return [
      code(name),
      meaning,
      knownBy.join(', '),
      own.length === 0 ? '*no detector yet*' : own.map((detector) => code(detector.name)).join('<br>'),
      [...new Set(own.flatMap((detector) => detector.needs.map(needText)))].join('<br>'),
      [...new Set(own.map((detector) => detector.honest))].join('<br>'),
    ]
  }

  return `${[
    '# Vocabulary',
    '<!-- Written by `pnpm docs:generate` from packages/core/src/vocabulary and the detector registry. Change those, not this file. -->',
    `Every name that RiskGuard speaks in. ${raisers.size - open} of ${raisers.size} reasons, signals and anomaly codes are raised by a detector so far; \`pnpm coverage:names\` lists the others.`,
    ...section(
      'Actions',
      ['Name', 'Meaning', 'Trust possible', 'Challenges, most suitable first'],
      entries(actions).map(([name, row]) => [
        code(name),
        row.description,
        row.mayTrust ? 'yes' : 'never',
        row.challenges.map(code).join(', ') || 'never challenged',
      ]),
    ),
    'The host may declare actions under names of its own; they are treated like an ordinary step of a signed-in user.',
    ...section(
      'Recommendation types',
      ['Name', 'Meaning'],
      entries(recommendationTypes).map(([name, row]) => [code(name), row.description]),
    ),
    ...section(
      'Challenges',
      ['Name', 'Meaning', 'What a pass teaches the profile'],
      entries(challenges).map(([name, row]) => [code(name), row.description, row.teaches]),
    ),
    ...section(
      'Reasons',
      PUBLIC_NAME_HEAD,
      entries(reasons).map(([name, row]) => publicRow(name, `${row.description}${onlyOn(row)}`, row.knownBy)),
    ),
    ...section(
      'Signals',
      PUBLIC_NAME_HEAD,
      entries(signals).map(([name, row]) => publicRow(name, row.description, row.knownBy)),
    ),
    ...section(
      'Anomaly codes',
      PUBLIC_NAME_HEAD,
      entries(anomalyCodes).map(([name, row]) =>
        publicRow(name, `**${row.title}** (${row.tone}). ${row.description}`, row.knownBy),
      ),
    ),
    ...section(
      'How a name can be known',
      ['Known by', 'Meaning'],
      entries(knowledgeSources).map(([name, text]) => [name, text]),
    ),
    ...section(
      'Risk signals',
      ['Name', 'Meaning', 'Value, or `null` for unknown'],
      entries(riskSignals).flatMap(([branch, leaves]) =>
        Object.entries(leaves).map(([name, row]) => [
          code(`${branch}.${name}`),
          row.description,
          row.value.replace('_', ' '),
        ]),
      ),
    ),
    ...section(
      'Input methods',
      ['Name', 'Meaning'],
      entries(inputMethods).map(([name, text]) => [code(name), text]),
    ),
    ...section(
      'Endpoint classes',
      ['Class', 'Meaning', 'Threat'],
      entries(endpointClasses).map(([name, row]) => [name, row.description, threatByEndpointClass[name]]),
    ),
    ...section(
      'Threats',
      ['Threat', 'Meaning', 'Endpoint class'],
      entries(threats).map(([name, row]) => [name, row.description, row.endpoint]),
    ),
  ].join('\n\n')}\n`
}

function entries<Key extends string, Value>(table: Readonly<Record<Key, Value>>): readonly (readonly [Key, Value])[] {
  return Object.entries(table) as [Key, Value][]
}

function section(title: string, head: Row, rows: readonly Row[]): readonly string[] {
  const line = (cells: Row) => `| ${cells.map(toCell).join(' | ')} |`
  return [`## ${title}`, [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')]
}

// A bar or a line break inside a cell would end it.
function toCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ')
}

function code(name: string): string {
  return `\`${name}\``
}

function needText({ name, source, optional }: DocumentedNeed): string {
  return `${code(name)} (${source}${optional ? ', if known' : ''})`
}

function onlyOn({ platforms }: ReasonDefinition): string {
  return platforms === undefined ? '' : ` Only on ${platforms.join(' and ')}.`
}
