import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { compileRouteMap } from './route-map.js'

describe('compileRouteMap', () => {
  const match = compileRouteMap({
    'POST /login': 'login',
    'POST /users/:id/password': 'account_auth_change',
    'PUT|PATCH /users/:id': 'account_details_change',
    'POST /users/me': 'register',
    'GET /magic/:token': 'login',
    '* /admin/*': 'admin',
    'DELETE /admin/:what': 'admin_delete',
    'POST /admin/login': 'login',
    '* /': 'home',
    'POST /Straße/ü': 'custom',
  })

  it.each([
    ['POST', '/login', 'login'],
    ['post', '/login', 'login'],
    ['POST', '/login/', 'login'],
    ['POST', '//login', 'login'],
    ['POST', '/LOGIN', 'login'],
    ['POST', '/log%69n', 'login'],
    ['POST', '/LOG%49N?next=/x', 'login'],
    ['POST', '/login;jsessionid=1', 'login'],
    ['POST', '/login;/..', 'login'],
    ['POST', '/login#top', 'login'],
    ['POST', '\\login', 'login'],
    ['POST', 'http://shop.example/login?x=1', 'login'],
    ['GET', '/login', null],
    ['POST', '/login/now', null],
    ['POST', '/users/7/password', 'account_auth_change'],
    ['POST', '/users/a%2Fb/password', 'account_auth_change'],
    ['POST', '/users/7;x/password', 'account_auth_change'],
    ['POST', '/users/;/password', 'account_auth_change'],
    ['POST', '/users/me;x', 'register'],
    ['POST', '/users//password', null],
    ['POST', '/users/password', null],
    ['POST', '/users/me', 'register'],
    ['POST', '/users/7', null],
    ['PUT', '/users/7', 'account_details_change'],
    ['PATCH', '/users/7', 'account_details_change'],
    ['HEAD', '/magic/abc', 'login'],
    ['GET', '/admin', 'admin'],
    ['GET', '/admin/a/b/c', 'admin'],
    ['DELETE', '/admin/a', 'admin_delete'],
    ['DELETE', '/admin/a/b', 'admin'],
    ['POST', '/admin/login', 'login'],
    ['GET', '/', 'home'],
    ['GET', '', 'home'],
    ['GET', '/%', null],
    ['POST', '/%zz/%E0%A4%A', null],
    ['POST', '/stra%C3%9Fe/%C3%BC', 'custom'],
    ['POST', '/other', null],
  ])('%s %s is %p', (method, path, expected) => {
    expect(match(method, path)).toBe(expected)
  })

  it('does not depend on the order of the map', () => {
    const routes = { 'POST /a/:x': 'p', 'POST /a/*': 'r', 'POST /a/b': 'l' }
    const reversed = Object.fromEntries(Object.entries(routes).reverse())
    for (const map of [routes, reversed]) {
      const compiled = compileRouteMap(map)
      expect(['/a/b', '/a/c', '/a/c/d'].map((path) => compiled('POST', path))).toEqual(['l', 'p', 'r'])
    }
  })

  it('knows no action without routes', () => {
    expect(compileRouteMap({})('POST', '/login')).toBeNull()
  })

  it('never throws and never matches by accident, whatever the path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (path, method) => {
        expect(match('POST', `/nothing-here/${path}`)).toBeNull()
        match(method, path)
      }),
    )
  })

  it('reads a path of 64 KB of the worst without a sweat', () => {
    for (const part of ['/', '/a', '%', '%2', ';', 'a', '\\', '/%C3'])
      expect(match('GET', `/x${part.repeat(65_536 / part.length)}`)).toBeNull()
  })

  it.each([
    ['/login', 'without a method'],
    ['POST login', 'without a slash'],
    ['POST', 'without a path'],
    ['POST /a b', 'with a blank'],
    ['POST /login?x=1', 'with a query'],
    ['POST /a/*/b', 'with * inside'],
    ['POST /a/b*', 'with * in a segment'],
    ['POST /a/:id(\\d+)', 'with a pattern'],
    ['POST /a/{b}', 'with braces'],
    ['POST /files/:name.:ext', 'with two parameters in a segment'],
  ])('refuses %s, a route %s', (route) => {
    expect(() => compileRouteMap({ [route]: 'login' })).toThrow(
      expect.objectContaining({ code: 'RG_OPTION_INVALID', message: expect.stringContaining('actions[') }),
    )
  })

  it('refuses two routes for the same requests', () => {
    expect(() => compileRouteMap({ 'POST /a/:id': 'login', 'POST /A/:name/': 'register' })).toThrow(
      'it matches the same requests as "POST /a/:id"',
    )
  })

  it('refuses more than a thousand', () => {
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`POST /r${i}`, 'login']))
    expect(() => compileRouteMap(many)).toThrow(expect.objectContaining({ code: 'RG_OPTION_INVALID' }))
  })
})
