import { expect, test } from '@jest/globals'
import { createFaultLog } from './fault-log.js'

function logged(perMinute?: number) {
  const lines: string[] = []
  let nowMs = 0
  const log = createFaultLog({
    write: (line) => lines.push(line),
    now: () => nowMs,
    ...(perMinute ? { perMinute } : {}),
  })
  return { lines, log, pass: (ms: number) => (nowMs += ms) }
}

test('100,000 identical faults within a minute are a few lines that count them', () => {
  const { lines, log } = logged()
  for (let i = 0; i < 100_000; i++) log.report('deadline', 'Missed the deadline.')
  expect(lines).toEqual([
    'Missed the deadline.',
    'Missed the deadline. (10 times)',
    'Missed the deadline. (100 times)',
    'Missed the deadline. (1,000 times)',
    'Missed the deadline. (10,000 times)',
  ])
})

test('after a minute a repeated fault is said again, with what was left out', () => {
  const { lines, log, pass } = logged()
  for (let i = 0; i < 6; i++) log.report('deadline', 'Late.')
  pass(60_000)
  log.report('deadline', 'Late.')
  expect(lines).toEqual(['Late.', 'Late. (6 times)'])
})

test('many causes share ten lines in any minute', () => {
  const { lines, log, pass } = logged()
  for (let i = 0; i < 50; i++) log.report(`cause_${i}`, 'x')
  expect(lines.length).toBe(10)
  pass(59_999)
  log.report('one_more', 'x')
  expect(lines.length).toBe(10)
  pass(1)
  log.report('one_more', 'x')
  expect(lines.slice(10)).toEqual(['x (2 times)'])
})

test('a fault that found no room is said as soon as there is some', () => {
  const { lines, log, pass } = logged(1)
  log.report('a', 'a')
  log.report('b', 'b')
  pass(60_000)
  log.report('b', 'b')
  expect(lines).toEqual(['a', 'b (2 times)'])
})

test('the causes it keeps are bounded', () => {
  const { lines, log, pass } = logged(1000)
  for (let i = 0; i < 10_000; i++) log.report(`cause_${i}`, 'x')
  expect(lines.length).toBeLessThan(80)
  pass(60_000)
  log.report('yet another', 'x')
  expect(lines.at(-1)).toMatch(/^x \([\d,]+ times\)$/)
})

test('a logger that throws disturbs nobody', () => {
  const log = createFaultLog({
    write: () => {
      throw new Error('disk full')
    },
  })
  expect(() => log.report('deadline', 'x')).not.toThrow()
})

test('a message stays one line of bounded length, whatever a client made the host put into it', () => {
  const { lines, log } = logged()
  log.report('hook', `bad name: x\r\n[info] all is well\u2028${'y'.repeat(1_000_000)}`)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^bad name: x \[info\] all is well y+…$/)
  expect(lines[0]?.length).toBeLessThanOrEqual(501)
})
