import { describe, expect, it } from '@jest/globals'
import { toAddressFacts } from './email.js'

const fault = (address: string) => toAddressFacts(address).fault

/** RFC 5321, 5322 and 3696 with its errata; RFC 6531 for letters beyond ASCII. */
const VALID = [
  'simple@example.com',
  'very.common@example.com',
  'FirstName.LastName@EasierReading.org',
  'x@example.com',
  'long.email-address-with-hyphens@and.subdomains.example.com',
  'user.name+tag+sorting@example.com',
  'name/surname@example.com',
  'mailhost!username@example.org',
  'user%example.com@example.org',
  'user-@example.org',
  "!#$%&'*+-/=?^_`{|}~@example.com",
  '_______@example.com',
  '1234567890@example.com',
  'customer/department=shipping@example.com',
  '$A12345@example.com',
  'email@example-one.com',
  'a@b.co',
  'user@example.museum',
  `${'a'.repeat(64)}@example.com`,
  '"john..doe"@example.org',
  '" "@example.org',
  '"Abc@def"@example.com',
  '"Fred Bloggs"@example.com',
  '"Joe.\\\\Blow"@example.com',
  '"very.(),:;<>[]\\".VERY.\\"very@\\\\ \\"very\\".unusual"@strange.example.com',
  'jane@xn--bcher-kva.example',
  'jane@bücher.example',
  'üñîçøðé@example.com',
  'Dörte@Sörensen.example.com',
  'чебурашка@ящик-с-апельсинами.рф',
  '二ノ宮@黒川.日本',
  'संपर्क@डाटामेल.भारत',
  'ιωάννης@παράδειγμα.δοκιμή',
  '用户@例子.广告',
]

const INVALID: Readonly<Record<string, readonly string[]>> = {
  no_address: ['abc.example.com', '@example.com', 'john@', '', 'plain'],
  too_long: [
    `${'a'.repeat(65)}@example.com`,
    `${'é'.repeat(33)}@example.com`,
    `a@${'b'.repeat(64)}.com`,
    `a@${'abcdefgh.'.repeat(30)}com`,
    `${'a'.repeat(64)}@${`${'b'.repeat(47)}.`.repeat(4)}com`,
    `${'a'.repeat(400)}@example.com`,
  ],
  local_part: [
    '.john@example.com',
    'john.@example.com',
    'john..doe@example.com',
    'john doe@example.com',
    'a"b(c)d,e:f;g<h>i[j\\k]l@example.com',
    'just"not"right@example.com',
    'this is"not\\allowed@example.com',
    'john,doe@example.com',
    'john:doe@example.com',
    '(comment)john@example.com',
    'a@b@c@example.com',
    'john\n@example.com',
    'john\u0000@example.com',
  ],
  domain: [
    'john@example..com',
    'john@-example.com',
    'john@example-.com',
    'john@example',
    'john@localhost',
    'john@.com',
    'john@exam_ple.com',
    'john@exa mple.com',
    'john@example.c',
    'john@example.123',
    'john@123.123.123.123',
    'john@[123.123.123.123]',
    'john@[IPv6:2001:db8::1]',
    'john@example.com,',
    'John <john@example.com>',
    'john@example.com (home)',
  ],
}

describe('syntax of an address', () => {
  it.each(VALID)('accepts %s', (address) => expect(fault(address)).toBeNull())
  for (const addresses of Object.values(INVALID)) {
    it.each(addresses)('rejects %j', (address) => expect(fault(address)).not.toBeNull())
  }
  it('says what is wrong', () => {
    expect(fault('john@')).toBe('no_address')
    expect(fault('john..doe@example.com')).toBe('local_part')
    expect(fault('john@localhost')).toBe('domain')
    expect(fault(`${'a'.repeat(65)}@example.com`)).toBe('too_long')
  })
})
