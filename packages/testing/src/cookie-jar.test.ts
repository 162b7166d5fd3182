import { expect, test } from '@jest/globals'
import { createCookieJar } from './cookie-jar.js'

test('a jar gives back what it was given, with the newest value', () => {
  const jar = createCookieJar()
  expect(jar.header()).toBeUndefined()
  jar.take(['a=1; Path=/; HttpOnly', 'b=x=y'])
  jar.take('a=2')
  expect(jar.header()).toBe('a=2; b=x=y')
  expect(jar.get('a')).toBe('2')
})

test('a cookie that has run out is gone, nonsense is not kept, and a jar can be emptied', () => {
  const jar = createCookieJar()
  jar.take(['a=1', 'b=2', 'no pair', '=nameless'])
  jar.take('a=; Max-Age=0')
  expect(jar.header()).toBe('b=2')
  jar.take(undefined)
  jar.clear()
  expect(jar.header()).toBeUndefined()
})
