import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type ParsedIp, RiskError } from '@riskguard/core/address'
import { type CompiledTable, decodeTable, encodeTable, isCompiled, nameOf } from '../ranges/range-file.js'
import { createRangeIndex } from '../ranges/range-table.js'
import { compileAsnCsv } from './asn-csv.js'
import { type Operator, operatorOf } from './mmdb-layouts.js'
import { openMmdb } from './mmdb-source.js'

/** Operators by address. */
export interface AsnSource {
  operator(ip: ParsedIp): Operator
  readonly files: readonly string[]
  readonly bytes: number
  readonly builtAt: number
}

const NOBODY: Operator = Object.freeze({ asn: null, organization: null, kind: null })

/**
 * Opens an mmdb, a compiled table, or the CSV files of a folder or package, which are compiled first; the result is kept in
 * `cacheFolder` (null: nowhere) for the next start.
 * @throws RiskError `RG_NETWORK_DATA`
 */
export async function openAsn(path: string, cacheFolder: string | null): Promise<AsnSource> {
  if (path.endsWith('.mmdb')) {
    const source = await openMmdb([path])
    return { ...source, operator: (ip) => operatorOf(source.record(ip)) }
  }
  const files = await csvFiles(path)
  const written = Math.min(...(await Promise.all(files.map(async (file) => (await stat(file)).mtimeMs))))
  const builtAt = (await packageBuiltAt(dirname(files[0] as string))) ?? written
  if (files.length === 1) {
    const bytes = await readFile(files[0] as string)
    if (isCompiled(bytes)) return fromTable(decodeTable(bytes, files[0] as string), files, builtAt)
  }
  return fromTable(await compileOnce(files, cacheFolder), files, builtAt)
}

/** The day in an npm package's version, `2.3.2026061719`: its files carry the day of their installation. */
async function packageBuiltAt(folder: string): Promise<number | null> {
  try {
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      readonly version?: unknown
    }
    const [, year, month, day] = /\.(20\d\d)(\d\d)(\d\d)\d{0,2}$/.exec(String(version)) ?? []
    return year === undefined ? null : Date.UTC(Number(year), Number(month) - 1, Number(day))
  } catch {
    return null
  }
}

/** The smaller spelling of each version of the protocol. */
const CSV_NAMES = ['asn-ipv4-num.csv', 'asn-ipv6.csv'] as const

async function csvFiles(path: string): Promise<string[]> {
  try {
    return (await stat(path)).isDirectory() ? CSV_NAMES.map((name) => join(path, name)) : [path]
  } catch {
    throw new RiskError('RG_NETWORK_DATA', `asn: there is nothing at ${path}.`)
  }
}

async function compileOnce(files: readonly string[], cacheFolder: string | null): Promise<CompiledTable> {
  const marks = await Promise.all(
    files.map(async (file) => {
      const { size, mtimeMs } = await stat(file)
      return `${file}\0${size}\0${mtimeMs}`
    }),
  )
  const name = `asn-${createHash('sha256').update(marks.join('\n')).digest('hex').slice(0, 16)}.rgt`
  const cached = cacheFolder === null ? null : join(cacheFolder, name)
  const kept = cached === null ? null : await readFile(cached).catch(() => null)
  if (cached !== null && kept !== null) {
    try {
      return decodeTable(kept, cached)
    } catch {
      // Cut off by a full disk or of an older release: written anew below.
    }
  }
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  const compiled = compileAsnCsv(texts)
  if (compiled.table.four.starts.length === 0)
    throw new RiskError('RG_NETWORK_DATA', `${files.join(', ')}: no row reads first,last,asn,operator.`)
  if (cached !== null) await keep(cached, encodeTable(compiled))
  return compiled
}

/** A folder that can't be written to costs the next start half a second, no more. */
async function keep(file: string, bytes: Buffer): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(temporary, bytes)
    await rename(temporary, file)
  } catch {
    return
  }
}

function fromTable({ table, names }: CompiledTable, files: readonly string[], builtAt: number): AsnSource {
  const index = createRangeIndex(table)
  const operators = new Map<number, Operator>()
  return {
    operator(ip) {
      const asn = index.valueAt(ip)
      if (asn === 0) return NOBODY
      let operator = operators.get(asn)
      if (operator === undefined) {
        operator = { asn, organization: names === null ? null : nameOf(names, asn), kind: null }
        operators.set(asn, operator)
      }
      return operator
    },
    files,
    bytes: index.bytes + (names === null ? 0 : names.text.length + names.ids.byteLength + names.offsets.byteLength),
    builtAt,
  }
}
