import type { HeaderPair } from './browsers.js'

/** Programs that post forms without being a browser, and one indexing crawler. */
export const toolNames = ['curl', 'python-requests', 'go-http-client', 'search-crawler'] as const
export type ToolName = (typeof toolNames)[number]

/** What a tool sends of its own accord, in its own order; `host` without a scheme. */
export function toolHeaders(
  tool: ToolName,
  request: {
    readonly method: 'GET' | 'POST'
    readonly host: string
    readonly contentLength?: number
    readonly cookie?: string | undefined
  },
): readonly HeaderPair[] {
  const { method, host, contentLength = 0, cookie } = request
  const body: readonly HeaderPair[] =
    method === 'POST'
      ? [
          ['Content-Length', String(contentLength)],
          ['Content-Type', 'application/x-www-form-urlencoded'],
        ]
      : []
  const cookies: readonly HeaderPair[] = cookie === undefined ? [] : [['Cookie', cookie]]
  return [['Host', host], ...OWN[tool], ...cookies, ...body]
}

const OWN: Readonly<Record<ToolName, readonly HeaderPair[]>> = {
  curl: [
    ['User-Agent', 'curl/8.14.1'],
    ['Accept', '*/*'],
  ],
  'python-requests': [
    ['User-Agent', 'python-requests/2.32.5'],
    ['Accept-Encoding', 'gzip, deflate'],
    ['Accept', '*/*'],
    ['Connection', 'keep-alive'],
  ],
  'go-http-client': [
    ['User-Agent', 'Go-http-client/1.1'],
    ['Accept-Encoding', 'gzip'],
  ],
  'search-crawler': [
    ['Connection', 'keep-alive'],
    ['Accept', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'],
    ['From', 'crawler@search.example'],
    ['User-Agent', 'Mozilla/5.0 (compatible; ExampleSearchBot/2.1; +https://search.example/bot.html)'],
    ['Accept-Encoding', 'gzip, deflate, br'],
  ],
}
