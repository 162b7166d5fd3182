import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Assessment, createRiskEngine, type RiskEngine } from '@riskguard/core'
import { createNetwork, type Network } from './create-network.js'

const T0 = Date.UTC(2026, 0, 5, 9)
const DAY_MS = 86_400_000
const HOME = '203.0.113.9'
const VPN = '198.51.100.9'
const TOR = '198.51.100.200'
const RELAY = '192.0.2.9'
const SERVER = '198.18.0.9'

let folder: string
let network: Network
let engine: RiskEngine
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'riskguard-engine-'))
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  network = await createNetwork({
    country: false,
    city: false,
    refreshMs: 0,
    asn: file(
      'asn.csv',
      [
        '203.0.113.0,203.0.113.255,64500,Example Telecom',
        '198.51.100.0,198.51.100.255,64501,Example Hosting',
        '192.0.2.0,192.0.2.255,13335,"Cloudflare, Inc."',
        '198.18.0.0,198.18.0.255,64502,Other Servers Ltd',
      ].join('\n'),
    ),
    feeds: [
      { kind: 'vpn', name: 'vpn', file: file('vpn.txt', '198.51.100.0/25\n192.0.2.0/24\n') },
      { kind: 'tor', name: 'tor', file: file('tor.txt', '198.51.100.200\n') },
      { kind: 'relay', name: 'relay', file: file('relay.txt', '192.0.2.0/24\n') },
    ],
  })
  engine = createRiskEngine({ clock: 'event', secret: 'a-secret-for-tests-that-is-long-enough-0123', network })
})
afterAll(async () => {
  network.close()
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
})

const BROWSER =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36'

async function login(ip: string, at: number, device_id: string, user = 'ada'): Promise<Assessment> {
  return engine.assess({
    action: 'login',
    at,
    ip,
    headers: { 'user-agent': BROWSER },
    user: { claimed: user },
    device_id,
  })
}

async function loginWell(ip: string, at: number, device: string, user = 'ada'): Promise<Assessment> {
  const assessment = await login(ip, at, device, user)
  await engine.report(assessment.context.action_id, { result: 'success', user_id: user, at: at + 500 })
  return assessment
}

describe('addresses, as the engine judges them', () => {
  it('asks a regular who never hid once about a VPN on their own device, for its cookie may be a copy, and then no more', async () => {
    for (let day = 0; day < 12; day++) await loginWell(HOME, T0 + day * DAY_MS, 'laptop')
    const first = await login(VPN, T0 + 12 * DAY_MS, 'laptop')
    expect(first.recommendation.type).toBe('challenge')
    await engine.report(first.context.action_id, {
      result: 'success',
      user_id: 'ada',
      challenge: { type: 'second_factor', result: 'passed' },
      at: T0 + 12 * DAY_MS + 60_000,
    })
    const assessment = await login(VPN, T0 + 13 * DAY_MS, 'laptop')
    expect(assessment.recommendation.type).not.toBe('challenge')
    expect(assessment.recommendation.type).not.toBe('deny')
    expect(assessment.risk_signals.network).toMatchObject({ vpn: true, tor: false, hosting: true })
    expect(assessment.signals).toEqual(expect.arrayContaining(['vpn_ip', 'datacenter_ip']))
    expect(assessment.reasons).toEqual(expect.arrayContaining(['IP_IS_VPN', 'IP_RISKY_ANONYMIZE']))
    expect(assessment.evidence.find(({ detector }) => detector === 'network_vpn')?.data).toMatchObject({
      list: 'vpn',
      own_device: true,
    })
  })

  it('asks a stranger who comes for that account through Tor', async () => {
    const assessment = await login(TOR, T0 + 12 * DAY_MS + 3_600_000, 'somebody-elses')
    expect(assessment.recommendation.type).toBe('challenge')
    expect(assessment.signals).toContain('tor_exit')
    expect(assessment.risk_signals.network.tor).toBe(true)
  })

  it('stops nobody on their first visit for a VPN, a server or a relay alone', async () => {
    for (const [i, ip] of [VPN, SERVER, RELAY].entries()) {
      const assessment = await login(ip, T0 + 13 * DAY_MS, `new-${i}`, `newcomer-${i}`)
      expect([ip, assessment.recommendation.type]).toEqual([ip, 'allow'])
    }
  })

  it('says of a relay nothing but that it is one', async () => {
    const { risk_signals, signals, reasons, evidence, context } = await login(RELAY, T0 + 14 * DAY_MS, 'phone', 'grace')
    expect(risk_signals.network).toEqual({ vpn: false, tor: false, hosting: false, proxy: false, anonymizer: false })
    for (const name of ['vpn_ip', 'datacenter_ip', 'proxy_ip']) expect(signals).not.toContain(name)
    expect(reasons).not.toContain('IP_RISKY_ANONYMIZE')
    expect(context.network_kind).toBeNull()
    expect(evidence.find(({ detector }) => detector === 'network_relay')?.data).toMatchObject({ list: 'relay' })
  })
})
