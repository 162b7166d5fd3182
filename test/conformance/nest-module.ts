import 'reflect-metadata'
import type { Server } from 'node:http'
import { describe, expect, it } from '@jest/globals'
import {
  type ArgumentsHost,
  Catch,
  Controller,
  type DynamicModule,
  ForbiddenException,
  Get,
  HttpException,
  Inject,
  Module,
  Post,
  UseGuards,
} from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { ExpressAdapter } from '@nestjs/platform-express'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import { RISK_ENGINE, Risk, RiskAction, type RiskEngine, RiskGuard, RiskModule } from '@riskguard/nestjs'
import { send } from './client.js'
import { BASE, listeningEngine, settle, until } from './use.js'

const DENYING = {
  ...BASE,
  mode: 'enforce',
  policy: { rules: [{ name: 'nobody', actions: ['login'], recommend: 'deny' }] },
} as const

@Controller('auth')
class AuthController {
  readonly engine: RiskEngine

  constructor(@Inject(RISK_ENGINE) engine: RiskEngine) {
    this.engine = engine
  }

  @Post('enter')
  @RiskAction('login', {
    outcome: (value: { readonly user: string | null }) =>
      value.user === null ? null : { result: 'success', user_id: value.user },
  })
  enter(@Risk() risk: Risk): { user: string; action: string; options: string } {
    return { user: 'u1', action: risk.context.action_type, options: this.engine.options.applicationId }
  }

  @Post('leave')
  @RiskAction('logout', { outcome: () => explode() })
  leave(): object {
    return {}
  }
}

@Controller('money')
@RiskAction('withdraw')
class MoneyController {
  @Post('out')
  out(@Risk() risk: Risk): object {
    return { action: risk.context.action_type }
  }

  @Post('home')
  @RiskAction('checkout')
  home(@Risk() risk: Risk): object {
    return { action: risk.context.action_type }
  }
}

@Controller()
class OpenController {
  @Get('open')
  open(@Risk() risk: Risk | undefined): object {
    return { has: risk !== undefined }
  }

  @Post('login')
  @UseGuards(RiskGuard)
  guarded(@Risk() risk: Risk | undefined): object {
    return { has: risk !== undefined }
  }
}

function explode(): never {
  throw new ForbiddenException('the outcome hook is broken')
}

@Module({ providers: [{ provide: 'SETTINGS', useValue: { tenant: 'acme' } }], exports: ['SETTINGS'] })
class SettingsModule {}

class DressingFilter {
  catch(error: HttpException, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<{ status(code: number): { send(body: object): void } }>()
    response.status(404).send({ dressed: error.getStatus() })
  }
}
Catch(HttpException)(DressingFilter)

/** What Nest people expect of a module: registration, injection, decorators, filters. */
export function describeNestModule(name: string, platform: 'express' | 'fastify'): void {
  async function withNest<T>(
    risk: DynamicModule,
    run: (server: Server) => Promise<T>,
    filters: readonly object[] = [],
  ): Promise<T> {
    class AppModule {}
    Module({ imports: [risk], controllers: [AuthController, MoneyController, OpenController] })(AppModule)
    const adapter = platform === 'express' ? new ExpressAdapter() : new FastifyAdapter()
    const app = await NestFactory.create(AppModule, adapter as never, { logger: false, abortOnError: false })
    for (const filter of filters) app.useGlobalFilters(filter as never)
    await app.listen(0, '127.0.0.1')
    try {
      return await run(app.getHttpServer() as Server)
    } finally {
      await app.close()
    }
  }
  const post = async (server: Server, path: string) => {
    const { status, text } = await send(server, { path, json: {} })
    return { status, body: JSON.parse(text) }
  }

  describe(name, () => {
    it('injects the engine and the risk, and reads the action from method and controller', async () => {
      await withNest(RiskModule.forRoot(BASE), async (server) => {
        expect(await post(server, '/auth/enter')).toEqual({
          status: 201,
          body: { user: 'u1', action: 'login', options: 'default' },
        })
        expect((await post(server, '/money/out')).body).toEqual({ action: 'withdraw' })
        expect((await post(server, '/money/home')).body).toEqual({ action: 'checkout' })
      })
    })

    it('works without options', async () => {
      await withNest(RiskModule.forRoot(), async (server) => {
        expect((await post(server, '/auth/enter')).status).toBe(201)
      })
    })

    it('takes its options from a factory with injected settings', async () => {
      const risk = RiskModule.forRootAsync({
        imports: [SettingsModule],
        inject: ['SETTINGS'],
        useFactory: async ({ tenant }: { readonly tenant: string }) => ({ ...BASE, applicationId: tenant }),
      })
      await withNest(risk, async (server) => {
        expect((await post(server, '/auth/enter')).body).toMatchObject({ options: 'acme' })
      })
    })

    it('learns a success from the value that a handler returns, and survives a hook that throws', async () => {
      const { engine, told } = listeningEngine(BASE)
      await withNest(RiskModule.forRoot({ engine }), async (server) => {
        expect((await post(server, '/auth/enter')).status).toBe(201)
        await until(() => told.length === 1)
        expect((await post(server, '/auth/leave')).status).toBe(201)
        await settle()
      })
      expect(told).toEqual([{ result: 'success', source: 'explicit', user_id: 'u1' }])
    })

    it('guards only where it is asked to with guard: manual', async () => {
      await withNest(RiskModule.forRoot({ ...BASE, guard: 'manual' }), async (server) => {
        expect(JSON.parse((await send(server, { path: '/open' })).text)).toEqual({ has: false })
        expect((await post(server, '/login')).body).toEqual({ has: true })
      })
    })

    it('refuses by an exception that the filters of the app may dress', async () => {
      await withNest(RiskModule.forRoot(DENYING), async (server) => {
        expect(await post(server, '/auth/enter')).toMatchObject({ status: 403, body: { title: 'Forbidden' } })
      })
      await withNest(
        RiskModule.forRoot(DENYING),
        async (server) => {
          expect(await post(server, '/auth/enter')).toEqual({ status: 404, body: { dressed: 403 } })
        },
        [new DressingFilter()],
      )
    })

    it('closes the engine with the app', async () => {
      const { engine } = listeningEngine(BASE)
      let closed = 0
      const counting: RiskEngine = {
        ...engine,
        async close(options) {
          closed++
          await engine.close(options)
        },
      }
      await withNest(RiskModule.forRoot({ engine: counting }), async () => undefined)
      expect(closed).toBe(1)
    })
  })
}
