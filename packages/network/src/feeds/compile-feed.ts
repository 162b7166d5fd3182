import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { RiskError } from '@riskguard/core/address'
import { compileAsnCsv } from '../data/asn-csv.js'
import { encodeTable } from '../ranges/range-file.js'
import { judgeFeed } from './judge-feed.js'
import { replaceFile } from './replace-file.js'

export interface Compiled {
  readonly ranges: number
  readonly bytes: number
}

/**
 * Makes a table that loads in milliseconds of a list of networks (`list`), or of a CSV or a folder of CSVs of operators (`asn`).
 * @throws RiskError `RG_NETWORK_DATA` for what is neither
 */
export async function compileFile(kind: 'list' | 'asn', source: string, target: string): Promise<Compiled> {
  const encoded = kind === 'asn' ? await compileOperators(source) : await compileList(source)
  await replaceFile(target, encoded.file)
  return { ranges: encoded.ranges, bytes: encoded.file.length }
}

async function compileList(source: string): Promise<{ readonly file: Buffer; readonly ranges: number }> {
  const bytes = await read(source)
  const judged = judgeFeed(bytes, { minEntries: 1, maxShrink: 1, maxBytes: 2 ** 29 }, null)
  if (!judged.fit) throw new RiskError('RG_NETWORK_DATA', `${source} can't be compiled: ${judged.reason}.`)
  const { table } = judged.parsed
  return { file: encodeTable({ table, names: null }), ranges: table.four.starts.length + table.six.starts.length / 4 }
}

async function compileOperators(source: string): Promise<{ readonly file: Buffer; readonly ranges: number }> {
  const folder = await stat(source).then(
    (found) => found.isDirectory(),
    () => false,
  )
  const files = folder
    ? (await readdir(source)).filter((name) => CSV_OF_OPERATORS.test(name)).map((name) => join(source, name))
    : [source]
  const compiled = compileAsnCsv(await Promise.all(files.map(async (file) => (await read(file)).toString('utf8'))))
  const ranges = compiled.table.four.starts.length + compiled.table.six.starts.length / 4
  if (ranges === 0) throw new RiskError('RG_NETWORK_DATA', `${source}: no row reads first,last,asn,operator.`)
  return { file: encodeTable(compiled), ranges }
}

/** Of two spellings of one table the shorter for IPv4, and the one that is read for IPv6. */
const CSV_OF_OPERATORS = /^asn-(?:ipv4-num|ipv6)\.csv$/

async function read(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    throw new RiskError(
      'RG_NETWORK_DATA',
      `${file} can't be read: ${error instanceof Error ? error.message : 'failed'}`,
    )
  }
}
