export { describeGiven, isRiskError, RiskError } from '../../errors.js'
export { type ParsedIp, parseIp, toIpText } from './parse-ip.js'
