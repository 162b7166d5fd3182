import Koa2 from 'koa2'
import Koa3 from 'koa3'
import { type KoaConstructor, koaHost } from './hosts/koa.js'
import { describeConformance } from './suite.js'

describeConformance(koaHost('Koa 2', Koa2 as unknown as KoaConstructor))
describeConformance(koaHost('Koa 3', Koa3))
