import { randomBytes } from 'node:crypto'
import type { Assessment } from '@riskguard/core'
import { createVirtualClock } from '@riskguard/testing'
import { type Listening, listen } from './listen.js'
import { createShop, type Shop } from './shop/create-shop.js'
import type { Message } from './shop/outbox.js'
import { cast } from './traffic/cast.js'
import { createPaint } from './traffic/paint.js'
import { decisionLine, summaryLines } from './traffic/print.js'
import { beginOf, createTraffic, LIVE_MS } from './traffic/run-traffic.js'
import { HOUR_MS } from './traffic/stage.js'
import { findFaults } from './traffic/tally.js'
import { closeConnections } from './traffic/visitor.js'
import { world } from './traffic/world.js'

export interface DemoOptions {
  /** 0 takes a free one. */
  readonly port: number
  readonly write: (line: string) => void
  readonly isTTY: boolean
  readonly env: Readonly<Record<string, string | undefined>>
}

export interface Demo {
  readonly url: string
  /** What the traffic showed and must not; empty when all is well. */
  readonly faults: readonly string[]
  close(): Promise<void>
}

/** Opens the shop, lets the simulated traffic through it, prints what came of it, and leaves the shop open. */
export async function runDemo({ port, write, isTTY, env }: DemoOptions): Promise<Demo> {
  const paint = createPaint({ isTTY }, env)
  const endMs = Date.now()
  const clock = createVirtualClock(beginOf(endMs))
  // The traffic's last moment is the present: from then on the shop's time is the real one.
  let isLive = false
  const shop = createShop({
    secret: randomBytes(32).toString('base64url'),
    now: () => (isLive ? Date.now() : clock.now()),
    network: world,
    onDecision(assessment: Assessment) {
      if (!traffic.observe(assessment)) write(decisionLine(assessment, { family: 'by hand', who: 'you', paint }))
    },
    onMessage(message: Message) {
      if (isLive) write(messageLine(message, url))
    },
  })
  const shopServer = await listen(shop.app, port)
  const url = `http://127.0.0.1:${shopServer.port}/`
  let deniedInPast = 0
  const traffic = createTraffic({
    port: shopServer.port,
    clock,
    endMs,
    outbox: shop.outbox,
    onPast({ days, decisions, troubled, denied }) {
      deniedInPast = denied
      write(
        `The past: ${days} days of ordinary customers, ${decisions} actions, ${troubled} of them asked for more proof.`,
      )
      write(`Now ${LIVE_MS / HOUR_MS} hours of live traffic, people and attackers together. Each line is one decision:`)
      write('')
    },
    onDecision: (assessment, of) => write(decisionLine(assessment, { ...of, paint })),
  })
  write(`The shop is open: ${url}`)
  write('First it gets a past: three weeks are played through its own pages on a fast clock.')
  const startedAt = performance.now()
  const tallies = await traffic.run()
  closeConnections()
  isLive = true
  for (const line of summaryLines(tallies, paint)) write(line)
  const faults = [
    ...(deniedInPast > 0 ? [`the past: good people were denied ${deniedInPast} times`] : []),
    ...findFaults(tallies),
  ]
  write('')
  for (const fault of faults) write(paint.bad(`Wrong: ${fault}.`))
  write(
    `${tallies.reduce((sum, { played }) => sum + played, 0)} visits over HTTP in ${((performance.now() - startedAt) / 1000).toFixed(1)} s, the past included.`,
  )
  return { url, faults, close: () => closeAll(shop, shopServer) }
}

/** How to try it: a customer whom the shop knows from another device, and what to look at. */
export function handLines(url: string): readonly string[] {
  // Her devices differ from most of ours, so that a visitor sees a challenge.
  const customer = cast.regulars.find(({ browser }) => browser === 'safari-macos')
  return [
    '',
    `Try it by hand: ${url}`,
    `  Log in as ${customer?.email} with "${customer?.password}": the right password on a device that is new to her.`,
    '  Codes and reset links appear here. Or register: a new customer is asked for nothing.',
    '  Each page shows the last decision and what it rests on. Ctrl-C ends.',
  ]
}

function messageLine({ kind, to, content }: Message, url: string): string {
  return kind === 'code'
    ? `          the code for ${to} is ${content}`
    : `          the link for ${to} is ${new URL(content, url).href}`
}

async function closeAll(shop: Shop, server: Listening): Promise<void> {
  await server.close()
  await shop.engine.close()
}
