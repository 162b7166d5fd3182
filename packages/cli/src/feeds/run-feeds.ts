import { parseArgs } from 'node:util'
import { isRiskError } from '@riskguard/core/address'
import {
  compileFile,
  DEFAULT_PATIENCE,
  type FeedConfig,
  type FeedState,
  type FeedUpdate,
  feedsStatus,
  readFeedConfig,
  updateFeeds,
} from '@riskguard/network'
import type { Terminal } from '../terminal.js'

const CONFIG = 'riskguard.feeds.json'

export const FEEDS_USAGE = `riskguard feeds update [name…] [--config ${CONFIG}] [--accept-shrunken <name>]… [--attempts 4] [--timeout-ms 60000]
riskguard feeds status [--config ${CONFIG}] [--json]
riskguard feeds compile <source> <target>          a list of networks
riskguard feeds compile --asn <source> <target>    a CSV of operators (first,last,asn,name), or a folder of them

The file names the lists: { "folder": "feeds", "feeds": [{ "name": "tor-exits", "kind": "tor", "url": "https://…" }] }
kinds: vpn, tor, datacenter, relay, proxy, cloud, crawler, reputation. docs/data.md says where to find lists.
`

/** @returns the exit code: 0 all is well, 1 some list isn't, 2 the command line is not understood */
export async function runFeeds(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await run(args, terminal)
  } catch (error) {
    if (isRiskError(error)) {
      terminal.err(`${error.message}\n`)
      return 1
    }
    const misread = parseArgsMessage(error)
    if (misread !== undefined) {
      terminal.err(`${misread}\n\n${FEEDS_USAGE}`)
      return 2
    }
    throw error
  }
}

/** What `parseArgs` has to say of the command line; undefined for any other error. */
function parseArgsMessage(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error) || !('message' in error)) return undefined
  return String(error.code).startsWith('ERR_PARSE_ARGS') ? String(error.message) : undefined
}

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      config: { type: 'string', default: CONFIG },
      'accept-shrunken': { type: 'string', multiple: true, default: [] },
      attempts: { type: 'string', default: String(DEFAULT_PATIENCE.attempts) },
      'timeout-ms': { type: 'string', default: String(DEFAULT_PATIENCE.timeoutMs) },
      json: { type: 'boolean', default: false },
      asn: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const [command, ...names] = positionals
  if (values.help || command === undefined) {
    terminal.out(FEEDS_USAGE)
    return 0
  }
  if (command === 'update') {
    const config = await readFeedConfig(values.config)
    const unknown = [...names, ...values['accept-shrunken']].find(
      (name) => !config.feeds.some((feed) => feed.name === name),
    )
    if (unknown !== undefined) {
      terminal.err(
        `${values.config} names no list ${JSON.stringify(unknown)}. It has ${config.feeds.map(({ name }) => name).join(', ')}.\n`,
      )
      return 2
    }
    const patience = {
      ...DEFAULT_PATIENCE,
      attempts: wholeNumber(values.attempts, DEFAULT_PATIENCE.attempts),
      timeoutMs: wholeNumber(values['timeout-ms'], DEFAULT_PATIENCE.timeoutMs),
    }
    return update(config, { names, acceptShrunken: values['accept-shrunken'], patience }, terminal)
  }
  if (command === 'status') return status(await readFeedConfig(values.config), values.json ? 'json' : 'table', terminal)
  if (command === 'compile' && names.length === 2) {
    const [source = '', target = ''] = names
    const { ranges, bytes } = await compileFile(values.asn ? 'asn' : 'list', source, target)
    terminal.out(`${target}: ${ranges} ranges, ${bytes} bytes\n`)
    return 0
  }
  terminal.err(FEEDS_USAGE)
  return 2
}

interface UpdateChoice {
  readonly names: readonly string[]
  readonly acceptShrunken: readonly string[]
  readonly patience: typeof DEFAULT_PATIENCE
}

async function update(
  config: FeedConfig,
  { names, acceptShrunken, patience }: UpdateChoice,
  terminal: Terminal,
): Promise<number> {
  const updates = await updateFeeds(config, {
    ...(names.length > 0 ? { names } : {}),
    acceptShrunken,
    patience,
    ...(terminal.isWatched ? { onProgress: progressTo(terminal) } : {}),
  })
  if (terminal.isWatched) terminal.err('\r\u001b[K')
  for (const each of updates) terminal.out(`${each.name.padEnd(24)} ${told(each)}\n`)
  return updates.some(({ result }) => result === 'kept') ? 1 : 0
}

function told({ result, reason, entries }: FeedUpdate): string {
  if (result === 'replaced') return `new, ${entries} networks`
  if (result === 'same') return `unchanged at its source, ${entries} networks`
  if (result === 'unmanaged') return `left alone: ${reason}`
  return entries === null ? `not fetched: ${reason}` : `kept the copy of ${entries} networks: ${reason}`
}

function progressTo(terminal: Terminal): (name: string, bytes: number, total: number | null) => void {
  return (name, bytes, total) => {
    const share = total === null || total === 0 ? '' : ` of ${kilobytes(total)}`
    terminal.err(`\r\u001b[K${name} ${kilobytes(bytes)}${share}`)
  }
}

async function status(config: FeedConfig, form: 'json' | 'table', terminal: Terminal): Promise<number> {
  const states = await feedsStatus(config)
  if (form === 'json') terminal.out(`${JSON.stringify(states, null, 2)}\n`)
  else for (const each of states) terminal.out(`${row(each)}\n`)
  return states.every(({ state }) => state === 'current') ? 0 : 1
}

function row({ name, kind, state, age_days, entries, bytes, failure }: FeedState): string {
  const parts = [
    name.padEnd(24),
    kind.padEnd(11),
    state.padEnd(8),
    age_days === null ? '' : `${age_days} days old`,
    entries === null ? '' : `${entries} networks`,
    bytes === null ? '' : kilobytes(bytes),
    failure === null ? '' : `last try ${failure.at}: ${failure.reason}`,
  ]
  return parts
    .filter((part) => part !== '')
    .join('  ')
    .trimEnd()
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`
}

function wholeNumber(text: string, otherwise: number): number {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : otherwise
}
