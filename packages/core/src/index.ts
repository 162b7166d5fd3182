export type { Risk } from './adapter/risk.js'
export type { Assessment, AssessmentContext, EvidenceEntry } from './assessment.js'
export type { SubScore } from './detectors/define-detector.js'
export type { Skip } from './detectors/finding.js'
export { classifyEndpoint, type EndpointGuess } from './endpoint/classify-endpoint.js'
export type { AssessInput, PaymentInput, UserInput } from './engine/assess-input.js'
export type { AssessmentRecord, RecordIdentifiers } from './engine/assessment-record.js'
export type { Journal, Label } from './engine/journal.js'
export { loggerSink } from './engine/logger-sink.js'
export type { Outcome, ReportOptions, ReportReceipt } from './engine/outcome.js'
export type { Privacy } from './engine/privacy.js'
export type { SinkHealth } from './engine/sinks.js'
export { createRiskEngine, type EngineHealth, type RiskEngine } from './engine.js'
export { isRiskError, RiskError, type RiskErrorCode } from './errors.js'
export type { HeaderInput } from './facts/headers.js'
export type { NetworkFacts, NetworkKind, NetworkListing, NetworkProvider } from './facts/network.js'
export type { HistoryHealth } from './history/history.js'
export type { ListEntry } from './lists/list-entry.js'
export type { Lists, ListsHealth } from './lists/lists.js'
export type { HookOutcome, Identify, Identity, Logger, OutcomeHook, ResolveUser } from './options/hooks.js'
export { deriveIdentityKey } from './options/secrets.js'
export type {
  AssessmentSink,
  CollectorOptions,
  CookieMode,
  CookieOptions,
  DetectorOptions,
  DnsOptions,
  ObserveOptions,
  RiskOptions,
} from './options.js'
export type { LimitEntity, LimitRule, PolicyOptions, PolicyRule, Thresholds } from './policy/policy.js'
export type { StoreHealth, StorePort } from './store/port.js'
export { createMemoryStore, type MemoryStoreOptions } from './stores/memory/index.js'
export { ENGINE_VERSION } from './version.js'
export * from './vocabulary/index.js'
