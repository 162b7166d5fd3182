import { describeNestModule } from '../conformance/nest-module.js'

describeNestModule('Nest 10 on Express', 'express')
describeNestModule('Nest 10 on Fastify', 'fastify')
