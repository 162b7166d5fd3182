export {
  type BrowserName,
  browserHeaders,
  browserNames,
  type HeaderPair,
  type PageRequest,
  userAgentOf,
} from './browsers.js'
export { type CookieJar, createCookieJar } from './cookie-jar.js'
export {
  describeAssessment,
  differences,
  type ExpectedAssessment,
  expectAssessment,
  expectRecommendation,
} from './expect-assessment.js'
export { type ToolName, toolHeaders, toolNames } from './http-tools.js'
export { createPersona, type Persona, type PersonaOptions } from './persona.js'
export { createVirtualClock, onClock, type VirtualClock } from './virtual-clock.js'
