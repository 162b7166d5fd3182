import { type AnomalyCode, anomalyCodeNames } from './anomaly-codes.js'
import { type Reason, reasonNames } from './reasons.js'
import { type Signal, signalNames } from './signals.js'

/** A name in which a finding speaks to the outside. */
export type PublicName = Reason | Signal | AnomalyCode

/** Every reason, signal and anomaly code, in that order. */
export const publicNames: readonly PublicName[] = [...reasonNames, ...signalNames, ...anomalyCodeNames]
