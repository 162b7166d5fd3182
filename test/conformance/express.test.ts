import express5 from 'express'
import express4 from 'express4'
import { type ExpressModule, expressHost } from './hosts/express.js'
import { describeConformance } from './suite.js'

describeConformance(expressHost('Express 4', express4 as unknown as ExpressModule))
describeConformance(expressHost('Express 5', express5))
