import { readFile } from 'node:fs/promises'
import { type ParsedIp, RiskError } from '@riskguard/core/address'
import { Reader, type Response } from 'mmdb-lib'

/** One or two databases of one kind (some come with a file per version of the protocol). */
export interface MmdbSource {
  /** The record of an address, or null. Never throws. */
  record(ip: ParsedIp): unknown
  readonly files: readonly string[]
  readonly bytes: number
  /** When the data was built, ms since the Unix epoch. */
  readonly builtAt: number
}

/** @throws RiskError `RG_NETWORK_DATA` for a file that can't be read or is no address database */
export async function openMmdb(files: readonly string[]): Promise<MmdbSource> {
  const opened = await Promise.all(files.map(open))
  const four = opened.find(({ reader }) => reader.metadata.ipVersion === 4) ?? opened[0]
  const six = opened.find(({ reader }) => reader.metadata.ipVersion === 6)
  return {
    record(ip) {
      // An IPv6 database holds IPv4 too; one of IPv4 would read an IPv6 address as nonsense.
      const chosen = ip.version === 4 ? four : six
      try {
        return chosen?.reader.get(ip.text) ?? null
      } catch {
        // The tree leads out of the file: damaged beyond what opening it shows.
        return null
      }
    },
    files,
    bytes: opened.reduce((sum, { bytes }) => sum + bytes, 0),
    builtAt: Math.min(...opened.map(({ reader }) => reader.metadata.buildEpoch.getTime())),
  }
}

async function open(file: string): Promise<{ readonly reader: Reader<Response>; readonly bytes: number }> {
  try {
    const bytes = await readFile(file)
    return { reader: new Reader<Response>(bytes), bytes: bytes.length }
  } catch (error) {
    throw new RiskError('RG_NETWORK_DATA', `${file} can't be opened as an address database (mmdb): ${messageOf(error)}`)
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'failed'
}
