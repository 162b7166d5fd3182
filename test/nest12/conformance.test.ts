import { nestHost } from '../conformance/hosts/nest.js'
import { describeConformance } from '../conformance/suite.js'

describeConformance(nestHost('Nest 12 on Express', 'express'))
describeConformance(nestHost('Nest 12 on Fastify', 'fastify'))
