import { createRiskEngine, type RiskEngine, type RiskOptions } from '@riskguard/core'
import type { Host, Running, Setup } from './host.js'

/** Secret of the fixtures; it protects nothing. */
export const SECRET = 'b7Qv2mZx9Lr4Tn8Kd1Wc6Yf3Hs5Jg0PaUeRiOx'

const silent = { info() {}, warn() {}, error() {} }

/** Options that every fixture shares: a secret, no warnings, and clients told apart by X-Forwarded-For. */
export const BASE: RiskOptions<never, never> = {
  secret: SECRET,
  trustedProxies: ['127.0.0.0/8'],
  observe: { logger: silent },
}

/** Runs something against an app, and stops it. */
export async function withApp<T>(host: Host, setup: Setup, run: (app: Running) => Promise<T>): Promise<T> {
  const app = await host.start(setup)
  try {
    return await run(app)
  } finally {
    await app.close()
  }
}

export interface Told {
  readonly result: string
  readonly source: string
  readonly user_id: unknown
}

/** A real engine, and a list of what is reported to it. */
export function listeningEngine(options: RiskOptions<never, never>): {
  engine: RiskEngine
  told: Told[]
  assessed: string[]
} {
  const engine = createRiskEngine(options)
  const told: Told[] = []
  const assessed: string[] = []
  return {
    told,
    assessed,
    engine: {
      ...engine,
      assess(input, worked) {
        assessed.push(`${input.action_source ?? 'declared'} ${input.action}`)
        return engine.assess(input, worked)
      },
      report(actionId, outcome, reporting) {
        told.push({ result: outcome.result, source: reporting?.source ?? 'explicit', user_id: outcome.user_id ?? null })
        return engine.report(actionId, outcome, reporting)
      },
    },
  }
}

/** Waits until something holds that is on its way; what never comes fails the test. */
export async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (holds()) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error('waited 2 s for something that did not happen')
}

/** Gives what must not happen a fair chance to happen. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 3; i++) await new Promise((resolve) => setTimeout(resolve, 4))
}

/** The body's `email` as the claimed name, from whatever the framework hands to `identify`. */
export function claimedFromBody(request: never): { user: { claimed: string | null } } {
  const { body, request: koa } = request as { body?: { email?: string }; request?: { body?: { email?: string } } }
  return { user: { claimed: (koa?.body ?? body)?.email ?? null } }
}
