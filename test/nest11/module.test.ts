import { describeNestModule } from '../conformance/nest-module.js'

describeNestModule('Nest 11 on Express', 'express')
describeNestModule('Nest 11 on Fastify', 'fastify')
