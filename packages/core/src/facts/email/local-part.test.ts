import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { localPartFacts } from './local-part.js'
import { localShape } from './local-shape.js'

/** People of many languages, as they write themselves. */
const NAMES =
  'wojciech krzysztof szczepan.brzezinski nguyen tranthiphuong j.kowalczyk jsmith92 anna.berg mbappe schwarzenegger ' +
  'mohammed.alqahtani abdelrahman khadija.benali reza.hosseini yitzhak.rabinowitz takahashi yamamoto.kenji hyunwoo.jeong ' +
  'xiaoming.zhang qingqing zhouxuan somchai.wongsawat venkataraman subramaniam chukwuemeka oluwaseun.adebayo ndlovu nkosinathi ' +
  'mehmet.yilmaz ozgur llywelyn siobhan aoife.ofarrell etxeberria bjorn.aagaard mueller mckenzie.obrien jean-francois ' +
  'hrvoje.horvat zdenek.prochazka gyorgy.szabo kyriakos.papadopoulos dmitri.shcherbakov volodymyr giorgi.kvaratskhelia ' +
  'jdoe asmith mike mary.ann peter1985 lisa_07 k.j.rowling tom-h 1stchoice 9876543210 12345678 info sales kontakt anna+shop'

/** One family each; none of them was in what the model was trained on. */
const GENERATED: Readonly<Record<string, readonly string[]>> = {
  chance: ['fqyjszwo', 'eqjdbwkxhzt', 'btxlpaxdcvm', 'kwvazaezpy', 'xjqw.bvkpt', 'hzkrtq_81'],
  'chance with digits': ['e738lub787v', '6hmwhict08t', 'ywf0keb6sqgf', '62p81r8ze', 'wP9WeUgaI'],
  hexadecimal: ['0b71dec02e9', '30d879449a', '3f2504e0-4f89-11d3-9a0c-0305e82c3301'],
  'a name with a random tail': ['liliana.x7k2q9', 'emma.q0wz9t4'],
  syllables: ['xaxikibi', 'xeqibugade', 'hayiniziwu'],
}

describe('localPartFacts', () => {
  it.each(NAMES.split(' '))('takes %s for a person', (local) => {
    expect(localPartFacts(local)).toMatchObject({
      generated: null,
      keyboard: false,
      repetition: false,
      profanity: false,
    })
  })

  for (const [family, locals] of Object.entries(GENERATED)) {
    it.each(locals)(`sees that %s was drawn by lot (${family})`, (local) => {
      expect(localPartFacts(local).generated).toBe('chance')
    })
  }

  it.each([
    ['user84818', 'placeholder'],
    ['test0001', 'placeholder'],
    ['account_48213', 'placeholder'],
    ['emma48213', 'number'],
    ['u1782155921473', 'number'],
    ['emma12345', null],
    ['emma1990', null],
    ['emma240385', null],
    ['raj9876543210', null],
    ['user12', null],
  ])('%s: %s', (local, by) => expect(localPartFacts(local).generated).toBe(by))

  it.each([
    ['qwerty', 'keyboard'],
    ['asdasd', 'keyboard'],
    ['zxcvbn99', 'keyboard'],
    ['1qaz2wsx', 'keyboard'],
    ['poiuytr', 'keyboard'],
    ['aaaaaa', 'repetition'],
    ['abcabcabc', 'repetition'],
    ['fuckyou', 'profanity'],
    ['bigasshole', 'profanity'],
  ] as const)('%s is of low quality by %s', (local, why) => expect(localPartFacts(local)[why]).toBe(true))

  it.each(['dickson', 'hancock', 'cummings', 'shittu', 'assad', 'power', 'aaliyah', 'barbara', 'anna.dick'])(
    '%s is a name, not of low quality',
    (local) => {
      expect(localPartFacts(local)).toMatchObject({ keyboard: false, repetition: false, profanity: false })
    },
  )

  it('reads accents as their letters, and does not judge other scripts', () => {
    expect(localPartFacts('józef.wójcik').generated).toBeNull()
    expect(localPartFacts('чебурашка')).toMatchObject({ generated: null, randomBits: null })
    expect(localPartFacts('二ノ宮').generated).toBeNull()
  })

  it('leaves the tag out', () => {
    expect(localPartFacts('anna+fqyjszwoxk').generated).toBeNull()
  })

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(typeof localPartFacts(text).shape).toBe('string')
      }),
    )
  })
})

it.each([
  ['jsmith92', 'a6d2'],
  ['anna.berg', 'a4.a4'],
  ['user00017', 'a4d5'],
  ['a1b2', 'a1d1a1d1'],
  ['józef_7', 'a5_d1'],
])('the shape of %s is %s', (local, shape) => expect(localShape(local)).toBe(shape))
