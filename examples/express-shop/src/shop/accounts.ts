import { hashPassword, isPassword } from './passwords.js'

export interface Account {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly passwordHash: string
  /** A registration that somebody has to look at first can't sign in yet. */
  readonly held: boolean
}

/** The shop's customers, in memory: a demo forgets when it ends. */
export interface Accounts {
  /** Null when the address is taken. */
  create(person: {
    readonly email: string
    readonly name: string
    readonly password: string
    readonly held?: 'held'
  }): Promise<Account | null>
  byId(id: string): Account | undefined
  byEmail(email: string): Account | undefined
  /** The account behind this address and password, or null; both cases take as long. */
  signIn(email: string, password: string): Promise<Account | null>
  setPassword(id: string, password: string): Promise<void>
}

export function createAccounts(): Accounts {
  const byId = new Map<string, Account>()
  const ids = new Map<string, string>()
  const byEmail = (email: string) => byId.get(ids.get(canonical(email)) ?? '')
  return {
    async create({ email, name, password, held }) {
      const key = canonical(email)
      if (ids.has(key)) return null
      const id = `c${ids.size + 1}`
      ids.set(key, id)
      const account = { id, email: key, name, passwordHash: await hashPassword(password), held: held === 'held' }
      byId.set(id, account)
      return account
    },
    byId: (id) => byId.get(id),
    byEmail,
    async signIn(email, password) {
      const account = byEmail(email)
      const matches = await isPassword(password, account?.passwordHash ?? null)
      return matches && account !== undefined && !account.held ? account : null
    },
    async setPassword(id, password) {
      const account = byId.get(id)
      if (account !== undefined) byId.set(id, { ...account, passwordHash: await hashPassword(password) })
    },
  }
}

function canonical(email: string): string {
  return email.trim().toLowerCase()
}
