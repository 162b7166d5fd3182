import { type DynamicModule, Module } from '@nestjs/common'
import type { RiskOptions } from '@riskguard/core'
import { RiskModule } from '@riskguard/nestjs'
import { AuthController } from './auth-controller.js'
import { Members } from './members.js'

interface PostedBy {
  readonly body?: { readonly email?: unknown }
}

/** Gives the members to whoever asks: the controller, and RiskGuard's `resolveUser`. */
@Module({ providers: [Members], exports: [Members] })
export class MembersModule {}

@Module({})
export class AppModule {
  static with(risk: Pick<RiskOptions, 'secret' | 'lists' | 'mode'>): DynamicModule {
    return {
      module: AppModule,
      imports: [
        MembersModule,
        RiskModule.forRootAsync({
          imports: [MembersModule],
          inject: [Members],
          useFactory: (members: Members) => ({
            ...risk,
            identify: ({ body }: PostedBy) => ({
              user: { claimed: typeof body?.email === 'string' ? body.email : null },
            }),
            resolveUser: (email: string) => members.find(email)?.id ?? null,
          }),
        }),
      ],
      controllers: [AuthController],
    }
  }
}
