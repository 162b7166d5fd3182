import { describeNestModule } from '../conformance/nest-module.js'

describeNestModule('Nest 12 on Express', 'express')
describeNestModule('Nest 12 on Fastify', 'fastify')
