import { createHash, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'

export interface Wallet {
  readonly id: string
  readonly name: string
  /** In cents. */
  balance: number
}

/** Two customers with some money, in memory. */
export interface Wallets {
  byId(id: string): Wallet | undefined
  byName(name: string): Wallet | undefined
  /** The customer with this name and password, or undefined. */
  signIn(name: string, password: string): Wallet | undefined
  /** A bearer token; only its hash is kept. */
  openSession(wallet: Wallet): string
  bySession(token: string): Wallet | undefined
}

const SALT = randomBytes(16)
const hash = (password: string): Buffer => scryptSync(password, SALT, 32, { N: 2 ** 14 })
const digest = (token: string): string => createHash('sha256').update(token).digest('base64url')

export function createWallets(): Wallets {
  const wallets = ['ada', 'bruno'].map((name, n) => ({
    id: `w${n + 1}`,
    name,
    balance: 50_000,
    password: hash(`${name} counts coins 5`),
  }))
  const sessions = new Map<string, Wallet>()
  const byName = (name: string) => wallets.find((wallet) => wallet.name === name)
  return {
    byId: (id) => wallets.find((wallet) => wallet.id === id),
    byName,
    signIn(name, password) {
      const wallet = byName(name)
      const given = hash(password)
      return wallet !== undefined && timingSafeEqual(given, wallet.password) ? wallet : undefined
    },
    openSession(wallet) {
      const token = randomBytes(24).toString('base64url')
      sessions.set(digest(token), wallet)
      return token
    },
    bySession: (token) => sessions.get(digest(token)),
  }
}
