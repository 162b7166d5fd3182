import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

export interface DownloadRequest {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly maxBytes: number
  /** The source answers 304 when its copy is still this one. */
  readonly etag: string | null
  readonly lastModified: string | null
  readonly patience: Patience
  readonly onProgress: (bytes: number, total: number | null) => void
}

export interface Patience {
  /** For a whole attempt, ms. */
  readonly timeoutMs: number
  readonly attempts: number
  /** Before the second attempt, ms; doubled before each further one. */
  readonly backoffMs: number
}

export const DEFAULT_PATIENCE: Patience = { timeoutMs: 60_000, attempts: 4, backoffMs: 1_000 }

export type Download =
  | { readonly result: 'same' }
  | {
      readonly result: 'fetched'
      readonly bytes: Buffer
      readonly sha256: string
      readonly etag: string | null
      readonly lastModified: string | null
    }
  | { readonly result: 'failed'; readonly reason: string }

/** Fetches a file, trying again after what may pass: no answer, a broken line, 429 and 5xx. Never throws. */
export async function download(request: DownloadRequest): Promise<Download> {
  const { attempts, backoffMs } = request.patience
  let last: Attempt = { result: 'failed', reason: 'not tried', again: true }
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (attempt > 0) await pause(Math.min(MAX_PAUSE_MS, (last.afterMs ?? 0) || backoffMs * 2 ** (attempt - 1)))
    last = await fetchOnce(request)
    if (last.result !== 'failed' || !last.again) break
  }
  return last.result === 'failed' ? { result: 'failed', reason: last.reason } : last
}

const MAX_PAUSE_MS = 60_000

type Attempt = (
  | Exclude<Download, { result: 'failed' }>
  | { readonly result: 'failed'; readonly reason: string; readonly again: boolean }
) & { readonly afterMs?: number }

async function fetchOnce(request: DownloadRequest): Promise<Attempt> {
  const signal = AbortSignal.timeout(request.patience.timeoutMs)
  try {
    const response = await fetch(request.url, { headers: conditions(request), signal, redirect: 'follow' })
    if (request.url.startsWith('https:') && response.url.startsWith('http:')) {
      await response.body?.cancel()
      return { result: 'failed', reason: 'the source leads away from https to an unprotected line', again: false }
    }
    if (response.status === 304) return { result: 'same' }
    if (!response.ok) {
      await response.body?.cancel()
      const again = response.status === 429 || response.status >= 500
      return {
        result: 'failed',
        reason: `the source answers ${response.status}`,
        again,
        afterMs: retryAfterMs(response),
      }
    }
    return await readBody(response, request)
  } catch (error) {
    return { result: 'failed', reason: reasonOf(error, request.patience.timeoutMs), again: true }
  }
}

async function readBody(response: Response, { maxBytes, onProgress }: DownloadRequest): Promise<Attempt> {
  // The length is that of the bytes on the line: with an encoding it says nothing of those we get.
  const announced = response.headers.get('content-encoding') === null ? response.headers.get('content-length') : null
  const total = announced === null ? null : Number(announced)
  const tooBig: Attempt = { result: 'failed', reason: `more than ${maxBytes} bytes`, again: false }
  if (total !== null && total > maxBytes) {
    await response.body?.cancel()
    return tooBig
  }
  const hash = createHash('sha256')
  const chunks: Uint8Array[] = []
  let bytes = 0
  const reader = response.body?.getReader()
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    bytes += part.value.length
    if (bytes > maxBytes) {
      await reader?.cancel()
      return tooBig
    }
    hash.update(part.value)
    chunks.push(part.value)
    onProgress(bytes, total)
  }
  if (total !== null && bytes !== total)
    return { result: 'failed', reason: `${bytes} of ${total} bytes arrived`, again: true }
  return {
    result: 'fetched',
    bytes: Buffer.concat(chunks),
    sha256: hash.digest('hex'),
    etag: response.headers.get('etag'),
    lastModified: response.headers.get('last-modified'),
  }
}

function conditions({ headers, etag, lastModified }: DownloadRequest): Record<string, string> {
  return {
    'user-agent': 'riskguard-feeds',
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(etag !== null || lastModified === null ? {} : { 'if-modified-since': lastModified }),
    ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fromEnvironment(value)])),
  }
}

/** Keys stay out of the file. */
function fromEnvironment(value: string): string {
  return value.startsWith('$') ? (process.env[value.slice(1)] ?? '') : value
}

function retryAfterMs(response: Response): number {
  const seconds = Number(response.headers.get('retry-after') ?? 0)
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0
}

function reasonOf(error: unknown, timeoutMs: number): string {
  const { name, message, cause } = messageIn(error)
  if (name === 'TimeoutError') return `not done within ${timeoutMs} ms`
  const why = cause === undefined ? '' : messageIn(cause).message
  return why === '' ? message : `${message}: ${why}`
}

/** By its fields: errors of Node's own may be of another realm than ours. */
function messageIn(error: unknown): { readonly name: string; readonly message: string; readonly cause: unknown } {
  const fields = typeof error === 'object' && error !== null ? (error as { readonly [key: string]: unknown }) : {}
  return { name: String(fields.name ?? ''), message: String(fields.message ?? 'failed'), cause: fields.cause }
}
