import { describe, expect, it } from '@jest/globals'
import type { Assessment } from '../assessment.js'
import { createEnforcement } from './enforcement.js'

const of = (device_id: string | null, ip: string | null) => ({ context: { device_id, ip } }) as unknown as Assessment

describe('to whom enforce mode applies', () => {
  it('is nobody in monitor mode', () => {
    expect(createEnforcement({ mode: 'monitor', rollout: 100 }).includes(of('d', '203.0.113.1'))).toBe(false)
  })

  it('is everybody at 100 percent and nobody at 0', () => {
    const clients = Array.from({ length: 200 }, (_, i) => of(null, `203.0.113.${i}`))
    expect(clients.every((client) => createEnforcement({ mode: 'enforce', rollout: 100 }).includes(client))).toBe(true)
    expect(clients.some((client) => createEnforcement({ mode: 'enforce', rollout: 0 }).includes(client))).toBe(false)
  })

  it('is a share of devices that only grows, the same each time', () => {
    const included = (rollout: number) => {
      const enforcement = createEnforcement({ mode: 'enforce', rollout })
      return Array.from({ length: 10_000 }, (_, i) => i).filter((i) => enforcement.includes(of(`device-${i}`, null)))
    }
    const tenth = included(10)
    const half = new Set(included(50))
    expect(included(10)).toEqual(tenth)
    expect(tenth.every((i) => half.has(i))).toBe(true)
    // Binomial around 1,000 and 5,000: four standard deviations are 120 and 200.
    expect(Math.abs(tenth.length - 1000)).toBeLessThan(120)
    expect(Math.abs(half.size - 5000)).toBeLessThan(200)
  })

  it('is told by the address while the device is new, so that dropping cookies draws no other lot', () => {
    const enforcement = createEnforcement({ mode: 'enforce', rollout: 50 })
    const drawn = Array.from({ length: 50 }, (_, i) => enforcement.includes(of(`new-${i}`, '203.0.113.1'), 'new'))
    expect(new Set(drawn).size).toBe(1)
  })

  it('follows the device to another address', () => {
    const enforcement = createEnforcement({ mode: 'enforce', rollout: 50 })
    expect(enforcement.includes(of('d1', '203.0.113.1'))).toBe(enforcement.includes(of('d1', '198.51.100.1')))
  })
})
