import { gunzipSync } from 'node:zlib'
import { type ParsedNetworks, parseNetworks } from '../ranges/parse-networks.js'
import type { FeedSource } from './feed-config.js'

export type Judgement =
  | { readonly fit: true; readonly parsed: ParsedNetworks }
  | { readonly fit: false; readonly reason: string }

/** A list on which every tenth line is no network is another document. */
const MAX_REJECTED_SHARE = 0.1
/** A quarter of all IPv4 addresses: no kind of network but homes' is so large. */
const MAX_ADDRESSES = 2 ** 30

/** Whether bytes are a list that may take the place of a copy with `before` networks (null: there is none). */
export function judgeFeed(
  bytes: Buffer,
  source: Pick<FeedSource, 'minEntries' | 'maxShrink' | 'maxBytes'>,
  before: number | null,
): Judgement {
  const text = textOf(bytes, source.maxBytes)
  if (text === null) return unfit('it is packed, and can’t be unpacked')
  const start = text.slice(0, 256).trimStart()
  if (start === '') return unfit('it is empty')
  if (start.startsWith('<')) return unfit('it is a web page, not a list')
  const parsed = parseNetworks(text)
  const { entries, rejected, reserved, samples, overflowed } = parsed
  if (overflowed) return unfit('it holds more networks than a list may')
  if (rejected > MAX_REJECTED_SHARE * (entries + rejected))
    return unfit(
      `${rejected} lines of ${entries + rejected} are no networks, such as ${JSON.stringify(samples[0] ?? '')}`,
    )
  const usable = entries - reserved
  if (usable < source.minEntries) return unfit(`it holds ${usable} networks, fewer than ${source.minEntries}`)
  if (before !== null && usable < before * (1 - source.maxShrink))
    return unfit(`it shrank from ${before} networks to ${usable}; if that is right, run it once with --accept-shrunken`)
  if (addressesIn(parsed) > MAX_ADDRESSES) return unfit('it covers more than a quarter of all IPv4 addresses')
  return { fit: true, parsed }
}

/** What is served packed (`.gz`) is unpacked, within the same bound. */
function textOf(bytes: Buffer, maxBytes: number): string | null {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString('latin1')
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBytes }).toString('latin1')
  } catch {
    return null
  }
}

function addressesIn({ table: { four } }: ParsedNetworks): number {
  let sum = 0
  for (let row = 0; row < four.starts.length; row++)
    sum += (four.ends[row] as number) - (four.starts[row] as number) + 1
  return sum
}

function unfit(reason: string): Judgement {
  return { fit: false, reason }
}
