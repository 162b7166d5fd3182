import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { canonicalText } from './canonical-text.js'

describe('canonicalText', () => {
  it.each([
    [' Alice ', 'alice'],
    ['ＡＬＩＣＥ', 'alice'],
    ['ﬁona', 'fiona'],
    ['e\u0301', 'é'],
    ['É', 'é'],
    ['İ', 'i̇'],
    ['\u212a', 'k'],
    ['straße', 'straße'],
    ['\u00a0x\u3000', 'x'],
    ['\ud800', '\ud800'],
  ])('spells %p as %p', (text, canonical) => {
    expect(canonicalText(text)).toBe(canonical)
  })

  it('keeps letters of different scripts apart', () => {
    expect(canonicalText('\u0430lice')).not.toBe(canonicalText('alice'))
  })

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(canonicalText(canonicalText(text))).toBe(canonicalText(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('is idempotent on every single character, alone and behind a letter', () => {
    const changing: string[] = []
    for (let code = 0; code <= 0x10ffff; code++) {
      const char = String.fromCodePoint(code)
      const once = canonicalText(`a${char}`)
      if (canonicalText(once) !== once || canonicalText(canonicalText(char)) !== canonicalText(char))
        changing.push(code.toString(16))
    }
    expect(changing).toEqual([])
  })
})
