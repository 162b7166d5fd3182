import { describe, expect, it } from '@jest/globals'
import { parseIp } from '@riskguard/core/address'
import { nameOf } from '../ranges/range-file.js'
import { createRangeIndex } from '../ranges/range-table.js'
import { compileAsnCsv } from './asn-csv.js'

function operatorsOf(text: string, ...ips: readonly string[]): (string | number | null)[] {
  const { table, names } = compileAsnCsv([text])
  const index = createRangeIndex(table)
  return ips.map((ip) => {
    const parsed = parseIp(ip)
    const asn = parsed === null ? 0 : index.valueAt(parsed)
    return asn === 0 ? 0 : ((names && nameOf(names, asn)) ?? asn)
  })
}

describe('a table of operators', () => {
  it('is read from numbers, from text, and with quoted names', () => {
    const text =
      '16777216,16777471,64500,"Cloud, ""Inc."""\n203.0.113.0,203.0.113.255,64501,Télécom Exemple\n2001:db8::,2001:db8::ffff,64502,Six\n'
    expect(operatorsOf(text, '1.0.0.9', '1.0.1.0', '203.0.113.9', '2001:db8::9')).toEqual([
      'Cloud, "Inc."',
      0,
      'Télécom Exemple',
      'Six',
    ])
  })

  it('leaves out rows that are none', () => {
    const text =
      'start,end,asn,name\n1.0.0.0,1.0.0.255,0,Nobody\n1.0.0.0,x,64500,Bad\n1.0.0.0,2001:db8::,64500,Mixed\n1.0.0.0\n\n203.0.113.0,203.0.113.255,64501\n'
    expect(operatorsOf(text, '1.0.0.9', '203.0.113.9')).toEqual([0, 64_501])
  })

  it('gives a host what lies unannounced between its blocks, and nobody else', () => {
    const rows = (name: string) => `1.0.0.0,1.0.0.255,64500,${name}\n1.0.4.0,1.0.4.255,64500,${name}\n`
    expect(operatorsOf(rows('Example Hosting'), '1.0.2.9')).toEqual(['Example Hosting'])
    expect(operatorsOf(rows('Example Telecom'), '1.0.2.9')).toEqual([0])
    expect(
      operatorsOf('1.0.0.0,1.0.0.255,64500,Example Hosting\n1.128.0.0,1.128.0.255,64500,Example Hosting\n', '1.4.2.9'),
    ).toEqual([0])
  })
})
