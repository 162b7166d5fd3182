import { nestHost } from '../conformance/hosts/nest.js'
import { describeConformance } from '../conformance/suite.js'

describeConformance(nestHost('Nest 11 on Express', 'express'))
describeConformance(nestHost('Nest 11 on Fastify', 'fastify'))
