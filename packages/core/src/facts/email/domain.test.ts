import { describe, expect, it } from '@jest/globals'
import { toMailDomain } from './domain.js'

describe('toMailDomain', () => {
  it.each(['mailinator.com', 'inbox.mailinator.com', 'yopmail.com', '10minutemail.com', 'guerrillamail.com'])(
    '%s is listed, by its registrable domain',
    (domain) => expect(toMailDomain(domain).disposable).toBe('list'),
  )

  it.each([
    'duck.com',
    'mozmail.com',
    'abc123.mozmail.com',
    'privaterelay.appleid.com',
    'simplelogin.com',
    'aleeas.com',
    'passmail.net',
    'anonaddy.me',
    'anna.anonaddy.com',
    'addy.io',
    '33mail.com',
  ])('%s is a relay and never disposable', (domain) => {
    expect(toMailDomain(domain)).toMatchObject({ relay: true, disposable: null })
  })

  it.each([
    ['aws-mail-free-80917.dynv6.net', 'free_host'],
    ['q06htej7.ddnsfree.com', 'free_host'],
    ['zw5pkjm7.camdvr.org', 'free_host'],
    ['temp-mail.example.com.br', null],
    ['tempmail-shop7.com', 'throwaway_word'],
    ['my10minutemail7.net', 'throwaway_word'],
    ['gmaillq.click', 'imitation'],
    ['auralithz.cfd', 'abused_tld'],
    ['inboxyx7.website', 'cheap_tld'],
  ])('%s, which no list knows: %s', (domain, mark) => {
    const { disposable, marks } = toMailDomain(domain)
    expect(disposable).toBe(mark === null ? null : 'name')
    if (mark !== null) expect(marks).toContain(mark)
  })

  it.each([
    'gmail.com',
    'googlemail.com',
    'hotmail.co.uk',
    'yahoo.com.vn',
    'outlook.jp',
    'icloud.com',
    'proton.me',
    'fastmail.net',
    'mail.ru',
    'seznam.cz',
    'rocketmail.com',
    'consultant.com',
    'photographer.net',
    'stanford.edu',
    'cs.ox.ac.uk',
    'anna-berger.com',
    'smith-plumbing.online',
    'kovacs.xyz',
    'company.io',
    'bücher.example',
  ])('%s is ordinary', (domain) => expect(toMailDomain(domain)).toMatchObject({ disposable: null, relay: false }))

  it('knows what one owner holds, and whose crowds are nothing new', () => {
    expect(toMailDomain('mail.shop.example.co.uk').registrable).toBe('example.co.uk')
    expect(toMailDomain('abc.dynv6.net').registrable).toBe('abc.dynv6.net')
    expect(toMailDomain('yahoo.co.uk').established).toBe(true)
    expect(toMailDomain('students.uni-bonn.edu').established).toBe(true)
    expect(toMailDomain('smallshop.com').established).toBe(false)
  })

  it('reads a name of many labels in bounded time', () => {
    expect(toMailDomain(`${'a.'.repeat(120)}com`).disposable).toBeNull()
  })
})
