import { nodeHost } from './hosts/node.js'
import { describeConformance } from './suite.js'

describeConformance(nodeHost)
