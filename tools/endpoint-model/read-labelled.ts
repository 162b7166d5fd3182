/** Labelled endpoints as they stand in `endpoints/*.tsv`, each with the provider that it must not be told apart by. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { foldPath } from '../../packages/core/src/endpoint/fold-path.js'
import { type EndpointClass, endpointClassNames } from '../../packages/core/src/vocabulary/index.js'

export interface LabelledEndpoint {
  readonly label: EndpointClass
  readonly method: string
  readonly host: string | null
  readonly path: string
  /** Whether an expert could tell the class from method, host and path alone. */
  readonly isDecidable: boolean
  /** Registrable domain, else publication, else the folded path: rows of one group never stand on both sides of a split. */
  readonly group: string
}

const ANONYMOUS_SOURCE = 'public repository file'

export function readLabelled(file: string): { readonly rows: readonly LabelledEndpoint[]; readonly sha256: string } {
  const bytes = readFileSync(file)
  const [header, ...lines] = bytes.toString('utf8').split(/\r?\n/)
  const columns = (header ?? '').split('\t')
  const at = (name: string) => {
    const index = columns.indexOf(name)
    if (index < 0) throw new Error(`${file} has no column ${name}.`)
    return index
  }
  const index = {
    label: at('label'),
    method: at('method'),
    host: at('host'),
    path: at('path_concrete'),
    decidable: at('decidable_from_path'),
    source: at('source'),
  }
  const rows = lines
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split('\t')
      const label = endpointClassNames.find((name) => name === cells[index.label])
      if (label === undefined) throw new Error(`${file} names a class that is none: ${cells[index.label]}`)
      const host = cells[index.host] === '-' ? null : (cells[index.host] ?? null)
      const path = cells[index.path] ?? ''
      return {
        label,
        method: cells[index.method] ?? 'GET',
        host,
        path,
        isDecidable: cells[index.decidable] === 'yes',
        group: toGroup(host, cells[index.source] ?? '', path),
      }
    })
  return { rows: joinGroups(rows, lines, index.source), sha256: createHash('sha256').update(bytes).digest('hex') }
}

function toGroup(host: string | null, source: string, path: string): string {
  if (host !== null) return `domain ${toRegistrable(host)}`
  const provider = toProvider(source)
  return provider ?? `path ${foldPath(path).join('/').toLowerCase()}`
}

/** The last two labels, or three below a country's `co` or `com`: enough to keep one provider's rows together. */
function toRegistrable(host: string): string {
  const labels = host.toLowerCase().replace(/:\d+$/, '').split('.')
  const isSecondLevel = /^(?:com?|org|net|gov|ac|edu)$/.test(labels.at(-2) ?? '') && labels.at(-1)?.length === 2
  return labels.slice(isSecondLevel ? -3 : -2).join('.')
}

/** How many parts of a path name one provider, in the collections that describe many. */
const PARTS_BY_COLLECTION: Readonly<Record<string, number>> = {
  oad: 1,
  npm: 1,
  ppc: 2,
  'ballerina-platform+openapi-connectors': 2,
  'NangoHQ+integration-templates': 2,
}

/** The publication without version and file; null when the source tells nothing. */
function toProvider(source: string): string | null {
  if (source === '' || source.startsWith(ANONYMOUS_SOURCE)) return null
  const [kind = '', name = ''] = source.split(':')
  const parts = kind.startsWith('n8n-nodes-base') ? 3 : (PARTS_BY_COLLECTION[kind] ?? 0)
  return `source ${kind}:${name.split('/').slice(0, parts).join('/')}`
}

/** One publisher may serve several domains, and one domain be described by several publishers: what touches is one group. */
function joinGroups(rows: readonly LabelledEndpoint[], lines: readonly string[], sourceColumn: number) {
  const parent = new Map<string, string>()
  const find = (name: string): string => {
    let root = name
    while (parent.has(root)) root = parent.get(root) as string
    return root
  }
  rows.forEach((row, index) => {
    const provider = toProvider(lines[index]?.split('\t')[sourceColumn] ?? '')
    if (provider === null || provider === row.group) return
    const a = find(row.group)
    const b = find(provider)
    if (a !== b) parent.set(b, a)
  })
  return rows.map((row) => ({ ...row, group: find(row.group) }))
}
