import 'reflect-metadata'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import {
  Catch,
  Controller,
  Get,
  Module,
  Post,
  Req,
  Res,
  UnauthorizedException,
  UseFilters,
  UseGuards,
} from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { ExpressAdapter } from '@nestjs/platform-express'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import type { Risk } from '@riskguard/core/adapter'
import { RiskAction, RiskModule } from '@riskguard/nestjs'
import type { Call, Host, Route, Running, Setup } from '../host.js'

type Platform = 'express' | 'fastify'

export function nestHost(name: string, platform: Platform): Host {
  const host: Host = { name, hasMiddleware: false, start: (setup) => start(setup, platform) }
  return platform === 'express' ? host : { ...host, startHttp2: (setup) => start(setup, platform, { http2: true }) }
}

async function start(setup: Setup, platform: Platform, options: { readonly http2?: true } = {}): Promise<Running> {
  const adapter = platform === 'express' ? expressAdapter() : fastifyAdapter(options)
  const app = await NestFactory.create(moduleOf(setup), adapter as never, { logger: false, abortOnError: false })
  if (setup.prefix !== undefined) app.setGlobalPrefix(setup.prefix)
  await app.listen(0, '127.0.0.1')
  const server = app.getHttpServer() as Server
  return {
    server,
    async close() {
      server.closeAllConnections?.()
      await app.close()
    },
  }
}

function expressAdapter(): ExpressAdapter {
  const adapter = new ExpressAdapter()
  adapter.getInstance().disable('x-powered-by')
  return adapter
}

type Parser = (request: unknown, payload: unknown, done: (error: null, body: undefined) => void) => void

function fastifyAdapter(options: { readonly http2?: true }): FastifyAdapter {
  const adapter = new FastifyAdapter(options as never)
  const fastify = adapter.getInstance() as unknown as { addContentTypeParser(type: string, parse: Parser): void }
  // Fastify refuses bodies that it has no parser for; this one leaves them unread, as the other frameworks do.
  fastify.addContentTypeParser('application/octet-stream', (_request, _payload, done) => done(null, undefined))
  return adapter
}

class RefusingGuard {
  canActivate(): never {
    throw new UnauthorizedException()
  }
}

class RewritingFilter {
  catch(_error: unknown, host: { switchToHttp(): { getResponse(): PlatformResponse } }): void {
    host.switchToHttp().getResponse().status(422).send()
  }
}
Catch()(RewritingFilter)

function moduleOf(setup: Setup): new () => object {
  class FixtureController {}
  for (const [i, route] of setup.routes.entries()) add(FixtureController.prototype, `route${i}`, route)
  Controller()(FixtureController)
  class FixtureModule {}
  const guards = setup.guard === null ? [] : [RiskModule.forRoot(setup.guard)]
  Module({ imports: setup.isTwice === true ? [...guards, ...guards] : guards, controllers: [FixtureController] })(
    FixtureModule,
  )
  return FixtureModule
}

function add(prototype: object, key: string, route: Route): void {
  Object.defineProperty(prototype, key, {
    configurable: true,
    writable: true,
    value: async (request: PlatformRequest, response: PlatformResponse) =>
      await route.handle(toCall(request, response)),
  })
  const decorators: MethodDecorator[] = [(route.method === 'GET' ? Get : Post)(route.path)]
  if (route.action !== undefined) decorators.push(RiskAction(...route.action))
  if (route.isRefused === true) decorators.push(UseGuards(RefusingGuard))
  if (route.isRewritten === true) decorators.push(UseFilters(RewritingFilter))
  const descriptor = Object.getOwnPropertyDescriptor(prototype, key) as PropertyDescriptor
  for (const decorate of decorators) decorate(prototype, key, descriptor)
  Req()(prototype, key, 0)
  Res()(prototype, key, 1)
}

type PlatformRequest = (IncomingMessage | { readonly raw: IncomingMessage }) & {
  readonly body?: Call['body']
  readonly risk: Risk
}

interface PlatformResponse {
  readonly raw?: ServerResponse
  status(code: number): PlatformResponse
  header(name: string, value: string | string[]): PlatformResponse
  send(body?: unknown): void
  hijack?(): void
}

function toCall(request: PlatformRequest, response: PlatformResponse): Call {
  const rawResponse = response.raw ?? (response as unknown as ServerResponse)
  return {
    risk: request.risk,
    body: request.body,
    raw: 'raw' in request ? request.raw : request,
    reply(status, body, headers = {}) {
      response.status(status)
      for (const [name, value] of Object.entries(headers)) response.header(name, value)
      response.send(body)
    },
    hijack(status, text) {
      response.hijack?.()
      rawResponse.writeHead(status)
      rawResponse.end(text)
    },
    stream(headers, pieces) {
      response.hijack?.()
      rawResponse.writeHead(200, headers)
      for (const piece of pieces) rawResponse.write(piece)
      rawResponse.end()
    },
  }
}
