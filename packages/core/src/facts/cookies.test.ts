import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readCookie } from './cookies.js'

describe('readCookie', () => {
  it.each([
    ['a=1; rg=xyz; b=2', 'xyz', 1],
    ['rg="quoted"', 'quoted', 1],
    ['rg=%E0%A4%A', '%E0%A4%A', 1],
    ['rg=first; rg=second', 'first', 2],
    ['rg=a=b=c', 'a=b=c', 1],
    [' ;;; rg=;', '', 1],
  ])('reads %s', (header, value, count) => expect(readCookie(header, 'rg')).toEqual({ value, count }))

  it.each(['', 'rgx=1', 'xrg=1', 'rg', '; ; ;', 'a=rg=1'])('finds nothing in %s', (header) =>
    expect(readCookie(header, 'rg')).toBeNull(),
  )

  it('finds nothing where no header came', () => expect(readCookie(undefined, 'rg')).toBeNull())

  it('never throws, whatever stands in the header', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 300, unit: 'binary' }),
        (header) => typeof (readCookie(header, 'rg')?.value ?? '') === 'string',
      ),
    )
  })

  it('stops at 16,384 characters', () => expect(readCookie(`${'x=1;'.repeat(5000)}rg=late`, 'rg')).toBeNull())
})
