import {
  ConfigurableModuleBuilder,
  type DynamicModule,
  Inject,
  Module,
  type OnApplicationShutdown,
} from '@nestjs/common'
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core'
import { type AdapterCore, createAdapterCore, type GuardOptions, type RiskEngine } from '@riskguard/core/adapter'
import { RiskRefusalFilter } from './refusal.js'
import { RiskGuard } from './risk-guard.js'
import { RiskInterceptor } from './risk-interceptor.js'
import { RISK_ADAPTER, RISK_ENGINE } from './tokens.js'

/** Options of an engine to be, or an engine that stands already; the hooks get the platform's request and response. */
export type RiskModuleOptions = GuardOptions<never, never>

/** What has to be known before the options are. */
export interface RiskModuleExtras {
  /** Whether other modules can inject `RISK_ENGINE` and `RiskGuard` without importing the module. Default true. */
  readonly isGlobal?: boolean
  /** `global` (default): every route is guarded. `manual`: those with `@UseGuards(RiskGuard)`. */
  readonly guard?: 'global' | 'manual'
}

const GLOBALLY = [
  { provide: APP_GUARD, useExisting: RiskGuard },
  { provide: APP_INTERCEPTOR, useExisting: RiskInterceptor },
]

const built = new ConfigurableModuleBuilder<RiskModuleOptions>({ moduleName: 'Risk' })
  .setClassMethodName('forRoot')
  .setExtras<RiskModuleExtras>(
    { isGlobal: true, guard: 'global' },
    (definition, { isGlobal = true, guard = 'global' }) => ({
      ...definition,
      global: isGlobal,
      providers: [...(definition.providers ?? []), ...(guard === 'global' ? GLOBALLY : [])],
    }),
  )
  .build()

/** `RiskModule.forRoot({ … })` or `forRootAsync({ useFactory, inject })`. */
@Module({
  providers: [
    { provide: RISK_ADAPTER, useFactory: createAdapterCore, inject: [built.MODULE_OPTIONS_TOKEN] },
    { provide: RISK_ENGINE, useFactory: (core: AdapterCore) => core.engine, inject: [RISK_ADAPTER] },
    { provide: APP_FILTER, useClass: RiskRefusalFilter },
    RiskGuard,
    RiskInterceptor,
  ],
  exports: [RISK_ENGINE, RISK_ADAPTER, RiskGuard, RiskInterceptor],
})
export class RiskModule extends built.ConfigurableModuleClass implements OnApplicationShutdown {
  readonly #engine: RiskEngine

  constructor(@Inject(RISK_ENGINE) engine: RiskEngine) {
    super()
    this.#engine = engine
  }

  static override forRoot(options: typeof built.OPTIONS_TYPE = {}): DynamicModule {
    // biome-ignore lint/complexity/noThisInStatic: Nest's builder reads the module's class from it.
    return super.forRoot(options)
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#engine.close()
  }
}
