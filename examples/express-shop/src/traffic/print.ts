import type { Assessment } from '@riskguard/core'
import { namesOf } from '../shop/last-decision.js'
import type { Paint } from './paint.js'
import { decisionsOf, type FamilyTally, stoppedShare } from './tally.js'

const MOST_NAMES = 4

/** One decision in one line. */
export function decisionLine(
  assessment: Assessment,
  { family, who, paint }: { readonly family: string; readonly who: string; readonly paint: Paint },
): string {
  const { recommendation, context, risk_score, policy } = assessment
  const time = new Date(context.action_performed_at).toTimeString().slice(0, 8)
  const names = namesOf(assessment)
  const more = names.length > MOST_NAMES ? ` +${names.length - MOST_NAMES}` : ''
  const reasons = names.length === 0 ? paint.dim('nothing raised') : names.slice(0, MOST_NAMES).join(', ') + more
  const rule = ['score', 'default', 'trusted'].includes(policy.rule) ? '' : paint.dim(` (rule: ${policy.rule})`)
  return [
    paint.dim(time),
    family.padEnd(33),
    who.padEnd(14),
    context.action_type.padEnd(14),
    '→',
    paint.recommendation(recommendation.type, recommendation.type.padEnd(9)),
    risk_score.toFixed(1).padStart(5),
    ` ${reasons}${rule}`,
  ].join(' ')
}

const COLUMNS = ['trust', 'allow', 'challenge', 'deny'] as const

/** The table by family: first whom to please, then whom to stop. */
export function summaryLines(tallies: readonly FamilyTally[], paint: Paint): readonly string[] {
  const half = (side: 'good' | 'attack', title: string, share: string, end: string) => {
    const own = tallies.filter(({ family }) => family.side === side)
    const head = `${title.padEnd(34)}${COLUMNS.map((column) => column.padStart(10)).join('')}${share.padStart(11)}   ${end}`
    return ['', paint.bold(head), ...own.map((tally) => familyLine(tally, paint)), totalLine(own, paint)]
  }
  return [
    ...half('good', 'Good people', 'troubled', 'got what they came for'),
    ...half('attack', 'Attackers', 'caught', 'got what they came for'),
  ]
}

function familyLine(tally: FamilyTally, paint: Paint): string {
  const { family, counts, played, succeeded } = tally
  const cells = COLUMNS.map((type) =>
    counts[type] === 0 ? '·'.padStart(10) : paint.recommendation(type, String(counts[type]).padStart(10)),
  )
  return `${family.name.padEnd(34)}${cells.join('')}${percent(stoppedShare(tally)).padStart(11)}   ${succeeded} of ${played}`
}

function totalLine(tallies: readonly FamilyTally[], paint: Paint): string {
  const sum = (value: (tally: FamilyTally) => number) => tallies.reduce((total, tally) => total + value(tally), 0)
  const all = sum(decisionsOf)
  const stopped = sum(({ counts }) => counts.challenge + counts.deny)
  const cells = COLUMNS.map((type) => String(sum(({ counts }) => counts[type])).padStart(10))
  return paint.dim(
    `${'all of them'.padEnd(34)}${cells.join('')}${percent(all === 0 ? 0 : stopped / all).padStart(11)}   ${sum(({ succeeded }) => succeeded)} of ${sum(({ played }) => played)}`,
  )
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`
}
