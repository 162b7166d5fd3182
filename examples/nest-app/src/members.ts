import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import { Injectable } from '@nestjs/common'

export interface Member {
  readonly id: string
  readonly email: string
}

const SALT = randomBytes(16)
const hash = (password: string): Buffer => scryptSync(password, SALT, 32, { N: 2 ** 14 })

/** A club's members, in memory. */
@Injectable()
export class Members {
  readonly #members = [{ id: 'm1', email: 'ada@example.test', password: hash('ada reads at night 3') }]

  find(email: string): Member | undefined {
    return this.#members.find((member) => member.email === email.trim().toLowerCase())
  }

  signIn(email: string, password: string): Member | undefined {
    const given = hash(password)
    return this.#members.find((member) => member.email === email && timingSafeEqual(given, member.password))
  }

  /** Undefined when the address is taken. */
  join(email: string, password: string): Member | undefined {
    if (this.find(email) !== undefined) return undefined
    const member = { id: `m${this.#members.length + 1}`, email: email.trim().toLowerCase(), password: hash(password) }
    this.#members.push(member)
    return member
  }
}
