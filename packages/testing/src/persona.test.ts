import { afterAll, describe, expect, test } from '@jest/globals'
import { createRiskEngine } from '@riskguard/core'
import { browserNames } from './browsers.js'
import { expectAssessment } from './expect-assessment.js'
import { toolNames } from './http-tools.js'
import { createPersona } from './persona.js'

const engine = createRiskEngine({ secret: 'a secret of the tests, Kq7vW2xN9rT4bZ1m', clock: 'event' })
afterAll(() => engine.close())

const YEARS = [2025, 2026, 2027, 2028].map((year) => Date.UTC(year, 6, 1))

function login(client: NonNullable<Parameters<typeof createPersona>[0]>['client'] & string, at: number) {
  const persona = createPersona({ client, now: () => at })
  const headers = persona.headersFor({ method: 'POST', contentLength: 40, referer: 'https://shop.example/login' })
  return engine.assess({ action: 'login', at, method: 'POST', path: '/login', host: 'shop.example', headers })
}

describe('browsers', () => {
  test.each(browserNames)('%s looks like itself and current in every year', async (name) => {
    for (const at of YEARS) {
      const assessment = await login(name, at)
      expectAssessment(assessment, { recommendation: 'allow', scoreAtMost: 10 })
      expect([...assessment.reasons, ...assessment.signals, ...assessment.anomaly_codes]).toEqual([])
    }
  })

  test('the name of a browser and its maker’s system are read back', async () => {
    const { context } = await login('safari-ios', YEARS[1] as number)
    expect([context.browser_name, context.os_name]).toEqual(['Mobile Safari', 'iOS'])
  })
})

describe('tools', () => {
  test.each(toolNames)('%s is seen', async (name) => {
    const assessment = await login(name, YEARS[1] as number)
    expectAssessment(assessment, {
      recommendation: 'challenge',
      raised: [name === 'search-crawler' ? 'web_crawler' : 'http_client_library'],
    })
  })
})

test('a persona sends its cookies, and its address as the proxy in front would', () => {
  const persona = createPersona({ ip: '198.51.100.7' })
  persona.jar.take('sid=1; Path=/')
  const headers = new Map(persona.headersFor({ method: 'GET' }))
  expect(headers.get('Cookie')).toBe('sid=1')
  expect(headers.get('X-Forwarded-For')).toBe('198.51.100.7')
  expect(headers.get('X-Forwarded-Proto')).toBe('https')
  persona.ip = undefined
  expect(new Map(persona.headersFor({ method: 'GET' })).has('X-Forwarded-For')).toBe(false)
})
