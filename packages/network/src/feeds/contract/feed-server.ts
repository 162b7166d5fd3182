/** A source of lists on this machine, for tests: answers as it is told, and remembers what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

export interface FeedServer {
  readonly url: string
  readonly asked: IncomingMessage[]
  /** What it answers from now on, one after the other; the last one stays. */
  answers(...given: readonly Answer[]): void
  close(): Promise<void>
}

export async function startFeedServer(): Promise<FeedServer> {
  let queue: readonly Answer[] = []
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    const answer = queue[0]
    if (queue.length > 1) queue = queue.slice(1)
    answer?.(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/list.txt`,
    asked,
    answers(...given) {
      queue = given
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** The whole text, with an ETag. */
export function whole(text: string | Buffer, etag = '"1"'): Answer {
  return (request, response) => {
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end()
    else response.writeHead(200, { etag, 'content-length': Buffer.byteLength(text) }).end(text)
  }
}

/** Announces all of it and hangs up in the middle. */
export function cutOff(text: string): Answer {
  return (_, response) => {
    response.writeHead(200, { 'content-length': Buffer.byteLength(text) })
    response.write(text.slice(0, text.length / 2), () => response.destroy())
  }
}

/** Sends without end and without saying how much. */
export function endless(): Answer {
  return (_, response) => {
    response.writeHead(200)
    const more = () => {
      if (!response.destroyed) response.write('192.0.2.1\n'.repeat(5_000), () => setImmediate(more))
    }
    more()
  }
}

/** Takes the request and says nothing. */
export function silent(): Answer {
  return () => undefined
}

export function status(code: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return (_, response) => response.writeHead(code, headers).end('no')
}
