import { describe, expect, it } from '@jest/globals'
import { looksLikeLatin } from './look-alike.js'

describe('looksLikeLatin', () => {
  it.each([
    ['p\u0430ypal', 'any'],
    ['g\u03bfogle', 'any'],
    ['john.d\u043ee', 'any'],
    ['jo\u200bhn', 'any'],
    ['jo\u00adhn', 'any'],
    ['\u0440\u0435\u200b\u0442', 'any'],
    ['\u0430\u0440\u0440\u04cf\u0435', 'latin'],
    ['\u0440\u0430\u0443-99', 'latin'],
    ['\u0585\u057d', 'latin'],
  ] as const)('flags %p where %s is expected', (text, expected) => {
    expect(looksLikeLatin(text, expected)).toBe(true)
  })

  it.each([
    ['alice', 'latin'],
    ['josé', 'latin'],
    ['łukasz', 'latin'],
    ['nguyễn', 'latin'],
    ['алексей', 'latin'],
    ['алексей_pro', 'any'],
    ['ελένη', 'latin'],
    ['раса', 'any'],
    ['中村', 'latin'],
    ['نمی\u200cخواهم', 'latin'],
    ['joe❤\ufe0f', 'latin'],
    ['12345', 'latin'],
    ['', 'latin'],
    ['\u200b', 'latin'],
  ] as const)('is silent for %p where %s is expected', (text, expected) => {
    expect(looksLikeLatin(text, expected)).toBe(false)
  })
})
