import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { operatorOf, placeOf } from './mmdb-layouts.js'

const amsterdam = { lat: 52.37, lon: 4.9, accuracy_km: null }

describe('places in the layouts of databases', () => {
  it.each([
    [
      'nested, as MaxMind and DB-IP write them',
      {
        city: { names: { en: 'Amsterdam', de: 'Amsterdam' } },
        country: { iso_code: 'NL', names: { en: 'Netherlands' } },
        location: { latitude: 52.37, longitude: 4.9, accuracy_radius: 20, time_zone: 'Europe/Amsterdam' },
      },
      { country: 'NL', city: 'Amsterdam', location: { ...amsterdam, accuracy_km: 20 }, timezone: 'Europe/Amsterdam' },
    ],
    [
      'flat with texts, as IPinfo writes them',
      { city: 'Amsterdam', country: 'NL', lat: '52.37', lng: '4.9', timezone: 'Europe/Amsterdam' },
      { country: 'NL', city: 'Amsterdam', location: amsterdam, timezone: 'Europe/Amsterdam' },
    ],
    [
      'flat with numbers and empty texts, as ip-location-db writes them',
      { city: 'Amsterdam', country_code: 'nl', latitude: 52.37, longitude: 4.9, postcode: '', timezone: '' },
      { country: 'NL', city: 'Amsterdam', location: amsterdam, timezone: null },
    ],
    [
      'with one text for the place',
      { country: 'NL', loc: '52.37,4.9' },
      { country: 'NL', city: null, location: amsterdam, timezone: null },
    ],
    ['with a country alone', { country: 'NL' }, { country: 'NL', city: null, location: null, timezone: null }],
    [
      'with the middle of nowhere',
      { latitude: 0, longitude: 0 },
      { country: null, city: null, location: null, timezone: null },
    ],
    [
      'with nonsense',
      { country: 'Netherlands', city: 7, lat: 'x', lng: 400 },
      { country: null, city: null, location: null, timezone: null },
    ],
    ['without a record', null, { country: null, city: null, location: null, timezone: null }],
  ])('are read %s', (_, record, expected) => {
    expect(placeOf(record)).toEqual(expected)
  })
})

describe('operators in the layouts of databases', () => {
  it.each([
    [
      'MaxMind, DB-IP',
      { autonomous_system_number: 64500, autonomous_system_organization: 'Example' },
      { asn: 64500, organization: 'Example', kind: null },
    ],
    [
      'IPinfo',
      { asn: 'AS64500', as_name: 'Example', as_domain: 'example.com', type: 'hosting' },
      { asn: 64500, organization: 'Example', kind: 'hosting' },
    ],
    [
      'IPinfo, older',
      { asn: 'AS64500', name: 'Example', type: 'isp' },
      { asn: 64500, organization: 'Example', kind: 'isp' },
    ],
    [
      'traits',
      { traits: { autonomous_system_number: 64500, user_type: 'cellular' } },
      { asn: 64500, organization: null, kind: 'mobile' },
    ],
    ['nonsense', { asn: 'ASX', type: 'constructor' }, { asn: null, organization: null, kind: null }],
  ])('are read as by %s', (_, record, expected) => {
    expect(operatorOf(record)).toEqual(expected)
  })

  it('never throws, whatever a record holds', () => {
    fc.assert(
      fc.property(fc.anything(), (record) => {
        placeOf(record)
        expect(operatorOf(record)).toHaveProperty('asn')
      }),
    )
  })
})
