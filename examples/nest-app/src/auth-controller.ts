import { Body, ConflictException, Controller, HttpCode, Post, UnauthorizedException } from '@nestjs/common'
import { Risk, RiskAction } from '@riskguard/nestjs'
import { type Member, Members } from './members.js'

interface Credentials {
  readonly email?: unknown
  readonly password?: unknown
}

/** A member as the handlers return it is the proof that it worked. */
const provenMember = { outcome: ({ id }: Member) => ({ result: 'success' as const, user_id: id }) }

@Controller()
export class AuthController {
  readonly #members: Members

  constructor(members: Members) {
    this.#members = members
  }

  @Post('login')
  @HttpCode(200)
  @RiskAction('login')
  async login(@Body() body: Credentials, @Risk() risk: Risk): Promise<Member & { readonly recommendation: string }> {
    const member = this.#members.signIn(text(body.email), text(body.password))
    // A wrong password becomes a 401, which RiskGuard counts as a failure by itself.
    if (member === undefined) throw new UnauthorizedException()
    // After the password: in enforce mode this answers every challenge, by an exception.
    risk.enforce()
    await risk.report({ result: 'success', user_id: member.id })
    return { id: member.id, email: member.email, recommendation: risk.recommendation.type }
  }

  @Post('members')
  @RiskAction('register', provenMember)
  join(@Body() body: Credentials): Member {
    const member = this.#members.join(text(body.email), text(body.password))
    if (member === undefined) throw new ConflictException()
    return { id: member.id, email: member.email }
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
