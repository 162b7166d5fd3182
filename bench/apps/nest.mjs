// Nest 12 on Express, as apps/express.mjs. Decorators are called as functions: this runs as it stands.
import 'reflect-metadata'
import { ThrottlerStorageRedisService } from '@nest-lab/throttler-storage-redis'
import { Controller, Get, HttpCode, Injectable, Module, Post } from '@nestjs/common'
import { APP_GUARD, NestFactory } from '@nestjs/core'
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler'
import { Risk, RiskAction, RiskModule } from '@riskguard/nestjs'
import { LIMIT, WINDOW_MS } from './settings.mjs'
import { createStoreAlone } from './store-alone.mjs'
import { openRedis, openStore, urlFor } from './stores.mjs'
import { noteFindings, wholeAssessment } from './whole.mjs'

const guards = {
  bare: async () => ({}),
  'throttler-memory': async () => throttler({}),
  'throttler-redis': async (url) => throttler({ storage: new ThrottlerStorageRedisService(await openRedis(url)) }),
  'store-memory': storeAlone,
  'store-redis': storeAlone,
  'whole-memory': whole,
  'whole-redis': whole,
}

function throttler(options) {
  return {
    imports: [ThrottlerModule.forRoot({ throttlers: [{ ttl: WINDOW_MS, limit: LIMIT }], ...options })],
    providers: [{ provide: APP_GUARD, useClass: ThrottlerGuard }],
  }
}

async function storeAlone(url) {
  const touch = createStoreAlone(await openStore(url))
  class StoreGuard {
    canActivate(context) {
      const req = context.switchToHttp().getRequest()
      const facts = touch(req.ip, req.headers['x-device'] ?? 'none', req.headers['x-user'] ?? 'none')
      const keep = (known) => {
        req.facts = known
        return true
      }
      return facts instanceof Promise ? facts.then(keep) : keep(facts)
    }
  }
  Injectable()(StoreGuard)
  return { providers: [{ provide: APP_GUARD, useClass: StoreGuard }] }
}

async function whole(url) {
  return { imports: [RiskModule.forRoot(wholeAssessment(await openStore(url), (req) => req.body))], action: true }
}

function controller(action) {
  class Shop {
    home() {
      return 'hello'
    }
    login(risk) {
      noteFindings(risk)
      return { ok: true }
    }
  }
  const decorate = (method, ...decorators) => {
    const descriptor = Object.getOwnPropertyDescriptor(Shop.prototype, method)
    for (const decorator of decorators) decorator(Shop.prototype, method, descriptor)
  }
  decorate('home', Get())
  decorate('login', Post('login'), HttpCode(200), ...(action ? [RiskAction('login')] : []))
  if (action) Risk()(Shop.prototype, 'login', 0)
  Controller()(Shop)
  return Shop
}

export async function createApp(guard, redisUrl) {
  const { imports = [], providers = [], action } = await guards[guard](urlFor(guard, redisUrl))
  class App {}
  Module({ imports, providers, controllers: [controller(action)] })(App)
  const app = await NestFactory.create(App, { logger: false })
  app.set('trust proxy', 'loopback')
  app.getHttpAdapter().getInstance().disable('etag')
  await app.listen(0, '127.0.0.1')
  return app.getHttpServer()
}
