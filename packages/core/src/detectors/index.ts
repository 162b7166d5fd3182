export type { Basis, Detector, DetectorDefinition, Evidence, SubScore, Witness } from './define-detector.js'
export { defineDetector, subScores } from './define-detector.js'
export { detectors } from './registry.js'
