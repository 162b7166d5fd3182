export { RiskError } from '../errors.js'
export { applyTouch, SCRATCH_BYTES } from './apply.js'
export type {
  BaselineOperation,
  CountOperation,
  DistinctOperation,
  FamiliarOperation,
  ForgetOperation,
  Operation,
  Program,
  TextOperation,
  Touch,
} from './operation.js'
export type { PendingReplies, StoreHealth, StorePort, TouchOptions, TouchReply } from './port.js'
export * from './record.js'
