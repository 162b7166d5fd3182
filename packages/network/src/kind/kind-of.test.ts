import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { kindByName, namesVpn, normalName } from './kind-by-name.js'
import { kindOf } from './kind-of.js'

describe('the kind of a network by its operator’s name', () => {
  it.each([
    [
      'hosting',
      [
        'Hetzner Online GmbH',
        'DigitalOcean, LLC',
        'OVH SAS',
        'Amazon.com, Inc.',
        'HostPapa',
        'VIVID-HOSTING LLC',
        'Joe’s Data Center, LLC',
        'Servers.com, Inc.',
        'Example VPS Ltd',
        'Rechenzentrum Beispiel GmbH',
        'Example Cloud Inc',
        'KVCHOSTING.COM LLC',
        'Webhosting.Net, Inc.',
      ],
    ],
    [
      'isp',
      [
        'Deutsche Telekom AG',
        'Comcast Cable Communications, LLC',
        'Télécom Exemple',
        'Example Broadband Ltd',
        'Clouditalia Telecomunicazioni',
        'Vodafone GmbH',
        'Fibra Ejemplo S.A.',
        'Google Fiber Inc.',
        'Orange S.A.',
      ],
    ],
    [
      'mobile',
      [
        'T-Mobile USA, Inc.',
        'China Mobile',
        'Rakuten Mobile, Inc.',
        'MOBIFONE Corporation',
        'Mobile Telecommunications Company',
      ],
    ],
    [
      'education',
      [
        'University of Michigan',
        'Uniwersytet Przyrodniczy w Lublinie',
        'Universität Stuttgart',
        'Universidade de São Paulo',
        'Example College',
        'École polytechnique',
        'Instituto Tecnológico de Ejemplo',
        'Politecnico di Milano',
        'Michigan State University',
        'Univerzita Karlova',
      ],
    ],
    [
      'government',
      [
        'State of Utah',
        'Ministerio de Hacienda',
        'Ministry of Education - EMISC',
        'City of Example',
        'U.S. Department of the Interior',
        'Prefeitura Municipal de Exemplo',
        'National Aeronautics and Space Administration',
        'County of Los Angeles',
        'State of New York Department of Education',
        'Kementerian Keuangan',
      ],
    ],
    [
      'military',
      [
        'DoD Network Information Center',
        'United States Department of Defense (DoD)',
        'UK Ministry of Defence',
        'Ministerio de Defensa',
        'Air Force Systems Networking',
        'Headquarters, USAISC',
        'Navy Network Information Center (NNIC)',
        'Exercito Brasileiro',
      ],
    ],
    [
      'business',
      [
        'The Prudential Insurance Company of America',
        'Wells Fargo Bank, N.A.',
        'ZSCALER, INC.',
        'General Motors LLC',
        'Cleveland Clinic Foundation',
      ],
    ],
  ])('is %s', (kind, names) => {
    for (const name of names) expect([name, kindByName(name)]).toEqual([name, kind])
  })

  it.each([
    'Example',
    'Universal Holiday Rentals',
    'IDNIC-IDMARCO-AS-ID - PT. IDMARCO PERKASA INDONESIA',
    'Regional Telecom and Data Centers Ltd',
    'Amazon.com Tech Telecom',
    'AMAZONAS EXPLORER',
    'Hostel Example',
    '',
    '---',
  ])('is not guessed of %p', (name) => {
    expect(kindByName(name)).toBeNull()
  })

  it.each([
    'The Salvation Army',
    'Old Navy, LLC',
    'Navy Federal Credit Union',
    'SoftBank Corp.',
    'Exxon Mobil Corporation',
    'Royal Automobile Club',
    'AMAZONAS TRIBUNAL DE JUSTICA',
  ])('is not fooled by %s', (name) => {
    expect(['hosting', 'military', 'mobile']).not.toContain(kindByName(name))
  })

  it('knows companies that sell VPNs', () => {
    for (const name of ['NordVPN S.A.', 'PacketHub S.A.', 'Mullvad VPN AB', 'Strong Technology, LLC.'])
      expect(namesVpn(name)).toBe(true)
    for (const name of ['Deutsche Telekom AG', 'Proton Energy Ltd', 'OVH SAS']) expect(namesVpn(name)).toBe(false)
  })

  it('is linear in the name and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        kindByName(name)
        expect(normalName(name).length).toBeLessThan(4_000)
      }),
    )
    for (const piece of ['tele', 'host', 'data ', 'a', 'fiber ', 'department of ', 'cloud'])
      expect(() => kindByName(piece.repeat(50_000))).not.toThrow()
  })
})

describe('what is known of an operator', () => {
  it('prefers the table to the name', () => {
    expect(kindOf(7922, 'Comcast Hosting').kind).toBe('isp')
    expect(kindOf(15169, 'Google LLC').kind).toBe('hosting')
    expect(kindOf(749, 'Example').kind).toBe('military')
    expect(kindOf(680, 'Verein Beispiel').kind).toBe('education')
    expect(kindOf(45609, 'Bharti Airtel Limited').kind).toBe('mobile')
  })

  it('tells sellers of VPNs from the data centres that carry them', () => {
    expect(kindOf(62371, null)).toMatchObject({ kind: 'hosting', vpn: 'operator' })
    expect(kindOf(64500, 'NordVPN S.A.')).toMatchObject({ kind: 'hosting', vpn: 'operator' })
    expect(kindOf(9009, 'M247 Europe SRL')).toMatchObject({ kind: 'hosting', vpn: 'carrier' })
    expect(kindOf(24940, 'Hetzner Online GmbH')).toMatchObject({ kind: 'hosting', vpn: null })
  })

  it('marks networks that privacy relays leave from', () => {
    expect([13335, 36183, 54113, 20940].map((asn) => kindOf(asn, null).carriesRelays)).toEqual([true, true, true, true])
    expect(kindOf(16509, null).carriesRelays).toBe(false)
  })

  it('knows nothing of nobody', () => {
    expect(kindOf(null, null)).toEqual({ kind: null, vpn: null, carriesRelays: false })
  })
})
