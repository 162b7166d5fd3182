import { expect, it } from '@jest/globals'
import { keySlot } from './key-slot.js'

it('puts keys where a cluster has them', () => {
  // The check value of CRC16/XMODEM, and slots as a real server's CLUSTER KEYSLOT tells them.
  expect(keySlot('123456789')).toBe(0x31c3)
  expect(keySlot('foo')).toBe(12_182)
  expect(keySlot('rg:iAAAAAAAAAAAAAAAAAAAA')).toBe(4032)
  expect(keySlot('')).toBe(0)
})
