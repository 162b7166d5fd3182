import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2'
import type { Reply } from './reply.js'

export type NodeRequest = IncomingMessage | Http2ServerRequest
export type NodeResponse = ServerResponse | Http2ServerResponse

/** One request and its response, as an adapter hands them in. All that the door knows of a framework. */
export interface Exchange {
  readonly raw: NodeRequest
  readonly rawResponse: NodeResponse
  /** As the client sent it: with the prefix of whatever the app is mounted under, and with its query. */
  readonly url: string
  /** The framework's own request, for `identify` and `outcome`. */
  readonly request: unknown
  /** The framework's own response, for `outcome`. */
  readonly response: unknown
  /** Objects that get the `risk` property. */
  readonly carriers: readonly object[]
  /** Answers in the framework's way; for `risk.enforce()`. */
  readonly reply: (reply: Reply) => void
}
