/**
 * Log-odds: a named prior per action plus the weights of the findings, damped inside a group of findings that tell the
 * same story, through the logistic to 0–100. Addition makes it independent of order, and every point of it explainable.
 */
import type { SubScore } from '../detectors/define-detector.js'
import type { Finding } from '../detectors/finding.js'
import type { ActionName } from '../vocabulary/index.js'

/** With no evidence every sub-score is 10: ln(0.1 / 0.9). */
export const PRIOR_LOG_ODDS = Math.log(0.1 / 0.9)
/** All that a client says of itself together lowers a sub-score's log-odds by no more than this. */
export const CLIENT_RELIEF_CAP = 0.5
/** The n-th strongest finding of a group counts this much of its weight; later ones the last value. */
const DAMPING = [1, 0.5, 0.25, 0.125] as const

/** How much each sub-score matters to an action, 0 to 1: nobody's account is taken over at registration. */
export type ActionWeights = Readonly<Record<SubScore, number>>

const ALL: ActionWeights = { account_takeover: 1, account_abuse: 1, bot: 1 }
const ACTION_WEIGHTS: Readonly<Record<string, ActionWeights>> = {
  register: { account_takeover: 0, account_abuse: 1, bot: 1 },
}

export function actionWeights(action: ActionName): ActionWeights {
  return Object.hasOwn(ACTION_WEIGHTS, action) ? (ACTION_WEIGHTS[action] as ActionWeights) : ALL
}

/** One finding's share, in log-odds after damping, per sub-score. */
export interface Contribution {
  readonly finding: Finding
  readonly logOdds: Readonly<Record<SubScore, number>>
}

export interface Score {
  /** The highest sub-score after the action's weights, 0–100, one decimal. */
  readonly risk: number
  readonly scores: Readonly<Record<SubScore, number>>
  /** Sums of log-odds with the prior; `logistic` of them gives the scores. */
  readonly logOdds: Readonly<Record<SubScore, number>>
  readonly contributions: readonly Contribution[]
}

/** 0–100 with one decimal. */
export function toPoints(logOdds: number): number {
  return Math.round(1000 / (1 + Math.exp(-logOdds))) / 10
}

/**
 * @param weightOf a finding's log-odds for a sub-score at strength 1; the shipped weights, or a fitted file's
 */
export function scoreFindings(
  findings: readonly Finding[],
  action: ActionName,
  weightOf: (finding: Finding, subScore: SubScore) => number = declaredWeight,
): Score {
  const told: Told[] = []
  const contributions: Writable[] = []
  for (const finding of findings) {
    const { group, witness } = finding.detector
    told.push({ group, isClaim: witness === 'client' })
    contributions.push({ finding, logOdds: { account_takeover: 0, account_abuse: 0, bot: 0 } })
  }
  reserve(findings.length)
  const logOdds = {
    account_takeover: shareOut(contributions, told, 'account_takeover', weightOf),
    account_abuse: shareOut(contributions, told, 'account_abuse', weightOf),
    bot: shareOut(contributions, told, 'bot', weightOf),
  }
  const scores = {
    account_takeover: toPoints(logOdds.account_takeover),
    account_abuse: toPoints(logOdds.account_abuse),
    bot: toPoints(logOdds.bot),
  }
  return { risk: riskOfScores(scores, action), scores, logOdds, contributions }
}

/** The risk score, 0–100, that the contributions of the chosen findings give by themselves. */
export function riskOf(
  action: ActionName,
  { contributions }: Pick<Score, 'contributions'>,
  isChosen: (finding: Finding) => boolean,
): number {
  const sums = { account_takeover: PRIOR_LOG_ODDS, account_abuse: PRIOR_LOG_ODDS, bot: PRIOR_LOG_ODDS }
  for (const { finding, logOdds } of contributions) {
    if (!isChosen(finding)) continue
    sums.account_takeover += logOdds.account_takeover
    sums.account_abuse += logOdds.account_abuse
    sums.bot += logOdds.bot
  }
  const { account_takeover, account_abuse, bot } = sums
  const scores = {
    account_takeover: toPoints(account_takeover),
    account_abuse: toPoints(account_abuse),
    bot: toPoints(bot),
  }
  return riskOfScores(scores, action)
}

function riskOfScores(scores: Readonly<Record<SubScore, number>>, action: ActionName): number {
  const weights = actionWeights(action)
  const risk = Math.max(
    scores.account_takeover * weights.account_takeover,
    scores.account_abuse * weights.account_abuse,
    scores.bot * weights.bot,
  )
  return Math.round(risk * 10) / 10
}

/** Written out per name: one site for all names and all detectors would be a look-up each time. */
function declaredWeight({ detector: { weight } }: Finding, subScore: SubScore): number {
  if (subScore === 'account_takeover') return weight.account_takeover ?? 0
  return (subScore === 'bot' ? weight.bot : weight.account_abuse) ?? 0
}

/** What damping and the cap on relief ask of a finding. */
interface Told {
  readonly group: string
  /** What the client says of itself. */
  readonly isClaim: boolean
}

interface Writable {
  readonly finding: Finding
  readonly logOdds: Record<SubScore, number>
}

/** Working space, one for all calls: they are synchronous and never nest. */
let raw = new Float64Array(32)
let shares = new Float64Array(32)

function reserve(count: number): void {
  if (count <= raw.length) return
  raw = new Float64Array(count * 2)
  shares = new Float64Array(count * 2)
}

/** Fills in each finding's share of one sub-score, and gives their sum with the prior. */
function shareOut(
  contributions: readonly Writable[],
  told: readonly Told[],
  subScore: SubScore,
  weightOf: (finding: Finding, subScore: SubScore) => number,
): number {
  const count = contributions.length
  let any = false
  for (let i = 0; i < count; i++) {
    const { finding } = contributions[i] as Writable
    const share = weightOf(finding, subScore) * finding.strength
    raw[i] = share
    if (share !== 0) any = true
  }
  if (!any) return PRIOR_LOG_ODDS
  for (let i = 0; i < count; i++) shares[i] = damped(told, count, i)
  capRelief(told, count)
  for (let i = 0; i < count; i++) {
    const { logOdds } = contributions[i] as Writable
    const share = shares[i] as number
    if (subScore === 'account_takeover') logOdds.account_takeover = share
    else if (subScore === 'account_abuse') logOdds.account_abuse = share
    else logOdds.bot = share
  }
  return sumUp(count)
}

/** A finding's share after damping: its rank among those of its group and sign, strongest first, decides. */
function damped(told: readonly Told[], count: number, i: number): number {
  const share = raw[i] as number
  if (share === 0) return 0
  const { group } = told[i] as Told
  let rank = 0
  for (let j = 0; j < count; j++) {
    const other = raw[j] as number
    if (j === i || share > 0 !== other > 0 || (told[j] as Told).group !== group) continue
    const difference = Math.abs(other) - Math.abs(share)
    if (difference > 0 || (difference === 0 && j < i)) rank++
  }
  return share * (DAMPING[Math.min(rank, DAMPING.length - 1)] as number)
}

/** Scales, in place, what clients say in their own favour down to the cap. */
function capRelief(told: readonly Told[], count: number): void {
  let relief = 0
  for (let i = 0; i < count; i++) {
    const share = shares[i] as number
    if (share < 0 && (told[i] as Told).isClaim) relief -= share
  }
  if (relief <= CLIENT_RELIEF_CAP) return
  for (let i = 0; i < count; i++) {
    const share = shares[i] as number
    if (share < 0 && (told[i] as Told).isClaim) shares[i] = (share * CLIENT_RELIEF_CAP) / relief
  }
}

/** With the prior; smallest first, so that the sum doesn't depend on the order in which detectors are registered. */
function sumUp(count: number): number {
  // By insertion: a handful of numbers, for which the array's own sort costs many times more.
  for (let i = 1; i < count; i++) {
    const share = shares[i] as number
    let at = i
    for (; at > 0 && (shares[at - 1] as number) > share; at--) shares[at] = shares[at - 1] as number
    shares[at] = share
  }
  let sum = PRIOR_LOG_ODDS
  for (let i = 0; i < count; i++) sum += shares[i] as number
  return sum
}
