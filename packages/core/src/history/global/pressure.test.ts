import { describe, expect, it } from '@jest/globals'
import { createMemoryStore } from '../../stores/memory/index.js'
import { createLedger } from './ledger.js'
import { createPressure, PRESSURE_TABLES, type Traits } from './pressure.js'

const HOME: Traits = { closeness: 'own_device', carries: 'cookie', kind: 'plain-', asn: 'isp-1', browser: 'chrome' }
const NEW_PHONE: Traits = { ...HOME, closeness: 'stranger', browser: 'safari' }
const SPREAD: Traits = { ...HOME, closeness: 'stranger', carries: 'none--' }

/** A week of an app with 60 logins an hour, one in ten mistyped, one in fifty on a new device. */
function afterAWeek() {
  const ledger = createLedger(PRESSURE_TABLES, { store: createMemoryStore(), processId: 'one', document: 'd' })
  const pressure = createPressure(ledger)
  let minute = 0
  const pass = (minutes: number, attack: (minute: number) => readonly Traits[] = () => []) => {
    for (const end = minute + minutes; minute < end; minute++) {
      const hour = Math.floor(minute / 60) % 24
      ledger.advance(minute)
      pressure.weigh(hour)
      pressure.learn('success', minute % 50 === 0 ? NEW_PHONE : HOME, hour)
      if (minute % 10 === 0) pressure.learn('failure', HOME, hour)
      for (const traits of attack(minute)) pressure.learn('failure', traits, hour)
    }
  }
  pass(7 * 24 * 60)
  return { pressure, pass }
}

describe('more failures than usual', () => {
  it('are none in an ordinary week', () => {
    expect(afterAWeek().pressure.isHigh()).toBe(false)
  })
  it('show within half an hour, on those who are like them and nobody else', () => {
    const { pressure, pass } = afterAWeek()
    pass(30, (minute) => [SPREAD, { ...SPREAD, asn: `isp-${minute % 40}` }])
    expect(pressure.reading(SPREAD)?.logOdds).toBeGreaterThan(2)
    expect(pressure.reading({ ...SPREAD, asn: 'isp-nobody-saw' })?.logOdds).toBeGreaterThan(2)
    expect(pressure.reading(HOME)?.logOdds).toBeLessThan(-2)
  })
  it('of one operator and browser leave a new phone elsewhere alone', () => {
    const { pressure, pass } = afterAWeek()
    const attack: Traits = { ...SPREAD, asn: 'host-9', kind: 'hosted', browser: 'headless' }
    pass(60, () => [attack, attack, attack])
    expect(pressure.reading(attack)?.logOdds).toBeGreaterThan(4)
    expect(pressure.reading(NEW_PHONE)?.logOdds).toBeLessThan(-1)
  })
  it('are forgotten some hours after they end, and never become a habit of the app', () => {
    const { pressure, pass } = afterAWeek()
    pass(48 * 60, () => [SPREAD, SPREAD])
    expect(pressure.reading(SPREAD)?.logOdds).toBeGreaterThan(2)
    pass(8 * 60)
    expect(pressure.isHigh()).toBe(false)
  })
})
