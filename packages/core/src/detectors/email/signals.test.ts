import { describe, expect, it } from '@jest/globals'
import { createRiskEngine } from '../../engine.js'

const START = Date.parse('2026-03-02T09:00:00Z')

function engineOf() {
  return createRiskEngine({ clock: 'event', secret: 'a secret of thirty-two characters' })
}

async function register(engine: ReturnType<typeof engineOf>, email: string, at = START, more: object = {}) {
  return engine.assess({ action: 'register', at, method: 'POST', path: '/register', user: { email, ...more } })
}

describe('the signals of an address at sign-up', () => {
  it.each([
    ['anna.berg@gmail.com', []],
    ['krzysztof.wojciechowski@wp.pl', []],
    ['nguyenthanhtung@yahoo.com.vn', []],
    ['x7k2q9w3v@duck.com', []],
    ['john..doe@example.com', ['invalid_email']],
    ['anna@mailinator.com', ['disposable_email_domain']],
    ['fqyjszwo@gmail.com', ['generated_email', 'low_quality_email']],
    ['asdasdasd@gmail.com', ['low_quality_email']],
  ])('%s: %j', async (email, expected) => {
    const engine = engineOf()
    const { signals, recommendation } = await register(engine, email)
    expect([...signals].sort()).toEqual(expected)
    expect(recommendation.type).toBe('allow')
    await engine.close()
  })

  it('never asks a rare name at a domain with a cheap ending for more proof', async () => {
    const engine = engineOf()
    const { signals, recommendation } = await register(engine, 'skwxgelf.mrgn@kq7z77.website')
    expect(signals).toContain('disposable_email_domain')
    expect(recommendation.type).toBe('allow')
    await engine.close()
  })

  it('says of a mailbox whose mail came back that it is invalid', async () => {
    const engine = engineOf()
    const { signals } = await register(engine, 'anna.berg@gmail.com', START, { email_bounced: true })
    expect(signals).toEqual(['invalid_email'])
    await engine.close()
  })

  it('sees by the eighth within an hour that names of one form under one domain come from one hand', async () => {
    const engine = engineOf()
    const seen: boolean[] = []
    for (const [i, name] of [
      'jsmith',
      'mbrown',
      'kjones',
      'lmoore',
      'adavis',
      'twhite',
      'pclark',
      'rlewis',
    ].entries()) {
      const { signals } = await register(engine, `${name}${12 + i}@smallmail.example.com`, START + i * 60_000)
      seen.push(signals.includes('generated_email'))
    }
    expect(seen).toEqual([false, false, false, false, false, false, false, true])
    await engine.close()
  })

  it('sees by the sixth that a domain nobody knew this morning brings nobody but made-up names', async () => {
    const engine = engineOf()
    const seen: boolean[] = []
    for (const [i, name] of [
      'fqyjszwo',
      'e738lub787v',
      'kwvazaezpy',
      'x7k2q9w3',
      'btxlpaxd',
      'zcqhowvk',
      'ywf0keb6',
    ].entries()) {
      const { signals } = await register(engine, `${name}@fabaoz.example.com`, START + i * 60_000)
      seen.push(signals.includes('disposable_email_domain'))
    }
    expect(seen).toEqual([false, false, false, false, false, true, true])
    await engine.close()
  })

  it('leaves an app alone where people of all kinds sign up at one provider within an hour', async () => {
    const engine = engineOf()
    const people =
      'anna.berg jsmith92 mary krzysztof.w lena2001 tomas.novak d.okafor nguyenanh p_rossi ivan.petrov maria.silva hans.gruber sofia88 li.wei kim.jisoo ' +
      'o.brien fatima.z raj.patel2 yuki.tanaka carlos.m emily.stone noah_k grace.hall'
    for (const [i, name] of people.split(' ').entries()) {
      const { signals } = await register(engine, `${name}@gmail.com`, START + i * 60_000)
      expect([name, signals]).toEqual([name, []])
    }
    await engine.close()
  })

  it('says nothing of an address at a login: it is nothing new', async () => {
    const engine = engineOf()
    const { signals } = await engine.assess({ action: 'login', at: START, user: { claimed: 'fqyjszwo@gmail.com' } })
    expect(signals).toEqual([])
    await engine.close()
  })
})
