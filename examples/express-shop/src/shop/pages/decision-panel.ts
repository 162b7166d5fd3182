import { type Html, html } from '../html.js'
import type { LastDecision } from '../last-decision.js'

const MEANING = {
  trust: 'A known customer on a familiar device: nothing should stand in the way.',
  allow: 'Nothing speaks against it.',
  challenge: 'Ask for one more proof before it goes through.',
  deny: 'Refuse it.',
} as const

/** What RiskGuard said of the visitor's last action, and why. */
export function decisionPanel(last: LastDecision | null): Html {
  if (last === null) {
    return html`<aside><h2>Last decision</h2><p>None yet. Log in, register, reset a password or check out, and what RiskGuard thought of it stands here.</p></aside>`
  }
  const { type, action, score, scores, rule, names, evidence, challenges, degraded } = last
  return html`<aside aria-label="Last decision">
    <h2>Last decision: ${action}</h2>
    <div class="verdict ${type}">${type}</div>
    <p>${MEANING[type]}${challenges.length > 0 && html` Offered: ${challenges.join(', ')}.`}</p>
    <meter min="0" max="100" low="30" high="70" optimum="0" value="${score}">${score} of 100</meter>
    <p>Risk <b>${score}</b> of 100 (takeover ${scores.account_takeover}, abuse ${scores.account_abuse}, bot ${scores.bot}), decided by <b>${rule}</b>.${degraded !== null && html` Degraded: ${degraded}.`}</p>
    ${names.length === 0 ? html`<p>No reasons raised.</p>` : html`<ul class="names">${names.map((name) => html`<li>${name}</li>`)}</ul>`}
    <dl>${evidence.map(
      ({ detector, points, data }) =>
        html`<dt>${detector} ${points === 0 ? '(informative)' : `${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(2)}`}</dt><dd>${data}</dd>`,
    )}</dl>
  </aside>`
}
