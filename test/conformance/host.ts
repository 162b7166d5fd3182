import type { IncomingMessage, Server } from 'node:http'
import type { RiskEngine, RiskOptions } from '@riskguard/core'
import type { ActionOptions, Risk } from '@riskguard/core/adapter'

/** What a fixture route's handler gets, whatever the framework. */
export interface Call {
  readonly risk: Risk
  readonly body: Readonly<Record<string, unknown>> | undefined
  readonly raw: IncomingMessage
  /** Answers in the framework's own way. */
  reply(status: number, body?: unknown, headers?: Readonly<Record<string, string | string[]>>): void | Promise<void>
  /** Takes the response away from the framework and writes it by hand. */
  hijack(status: number, body: string): void
  /** A response that is written piece by piece. */
  stream(headers: Readonly<Record<string, string>>, pieces: readonly string[]): void
}

export interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly action?: readonly [name: string, options?: ActionOptions]
  /** Something between our action and the handler refuses with 401, as a session guard does. */
  readonly isRefused?: boolean
  /** An error of the handler is turned into 422 by the app's own error handling. */
  readonly isRewritten?: boolean
  readonly handle: (call: Call) => unknown
}

export interface Setup {
  /** Options of the guard, or an engine; null: the app without us. */
  readonly guard: RiskOptions<never, never> | { readonly engine: RiskEngine } | null
  readonly routes: readonly Route[]
  /** Where the body parser stands, as far as the framework leaves a choice. Default `before`. */
  readonly bodyParser?: 'before' | 'after'
  /** Mount everything below this prefix, in the framework's own way. */
  readonly prefix?: string
  /** Mount the guard twice. */
  readonly isTwice?: boolean
  /** Runs after the global guard and before any route, as the host's own middleware. */
  readonly between?: (raw: IncomingMessage & { risk?: Risk }) => void
}

export interface Running {
  readonly server: Server
  readonly close: () => Promise<void>
}

export interface Host {
  readonly name: string
  /** Whether the guard runs in a middleware of its own, before the route is known. */
  readonly hasMiddleware: boolean
  start(setup: Setup): Promise<Running>
  /** The same over HTTP/2 without TLS, where the framework can. */
  startHttp2?(setup: Setup): Promise<Running>
}
