export { describeStore } from './describe-store.js'
export { createReferenceStore, entityKey, freshKey, memberOf, type ReferenceStore } from './reference.js'
export type { ContractOptions, CreateStore, StoreSubject } from './subject.js'
