import { randomBytes, randomInt } from 'node:crypto'

/** What the shop sent to a customer's phone or mailbox. */
export interface Message {
  readonly to: string
  readonly kind: 'code' | 'reset_link'
  /** Six digits, or a path of the shop. */
  readonly content: string
}

/** Nothing leaves this process: messages go to `onMessage`, and the last one to each customer is kept. */
export interface Outbox {
  send(message: Message): void
  latest(to: string): Message | undefined
}

const KEPT = 1_000

export function createOutbox(onMessage: (message: Message) => void): Outbox {
  const latest = new Map<string, Message>()
  return {
    send(message) {
      latest.delete(message.to)
      latest.set(message.to, message)
      const [oldest] = latest.keys()
      if (latest.size > KEPT && oldest !== undefined) latest.delete(oldest)
      onMessage(message)
    },
    latest: (to) => latest.get(to),
  }
}

export function createCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}

export function createLinkToken(): string {
  return randomBytes(24).toString('base64url')
}
