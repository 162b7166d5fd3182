/**
 * What kind of endpoint a request is for, and which action it performs, told from method, host and path by a learned model.
 * How it was trained and how well it does on unknown providers is in docs/data.md.
 */
import { LRUCache } from 'lru-cache'
import { type ActionName, type EndpointClass, type Threat, threatByEndpointClass } from '../vocabulary/index.js'
import { toFeatures, toHostWords, toSight } from './features.js'
import { FOLDED, foldPath, MAX_PATH_CHARS } from './fold-path.js'
import { inferAction } from './infer-action.js'
import { type EndpointModel, unpackModel } from './model.js'
import { packedModel } from './packed-model.js'

export interface EndpointGuess {
  readonly endpoint: EndpointClass
  /** What an attack on such an endpoint would be. */
  readonly threat: Threat
  /** The action that a request performs here; null when there is none, and for GET, HEAD and OPTIONS. */
  readonly action: ActionName | null
  /** 0 to 1: how often answers this sure were right on providers that the model had never seen; 0 without a path. */
  readonly confidence: number
}

/** An application has some hundred routes; paths that a scanner makes up push one another out. */
const MAX_ROUTES = 2_000
/** Paths without identifiers as they came, so that they are not even folded when asked for again. */
const MAX_PATHS = 4_000
const MAX_METHOD_CHARS = 16

const routes = new LRUCache<string, EndpointGuess>({ max: MAX_ROUTES })
const paths = new LRUCache<string, EndpointGuess>({ max: MAX_PATHS })
const NO_PATH: EndpointGuess = Object.freeze({
  endpoint: 'Unclassified',
  threat: threatByEndpointClass.Unclassified,
  action: null,
  confidence: 0,
})
let model: EndpointModel | undefined

/** Never throws; looks at the first 512 characters of the path. The same object may be answered again: it is frozen. */
export function classifyEndpoint(request: {
  readonly method?: string | null
  readonly host?: string | null
  readonly path?: string | null
}): EndpointGuess {
  const { path, host } = request
  if (typeof path !== 'string' || path === '') return NO_PATH
  const method = typeof request.method === 'string' ? request.method.slice(0, MAX_METHOD_CHARS).toUpperCase() : 'GET'
  const hostWords = typeof host === 'string' ? toHostWords(host) : ''
  const asked = `${method} ${hostWords} ${path.length > MAX_PATH_CHARS ? path.slice(0, MAX_PATH_CHARS) : path}`
  const before = paths.get(asked)
  if (before !== undefined) return before
  const segments = foldPath(path)
  const route = `${method} ${hostWords} ${segments.join('/')}`
  let guess = routes.get(route)
  if (guess === undefined) {
    guess = guessAt(method, segments, hostWords)
    routes.set(route, guess)
  }
  // A path with an identifier is seldom asked again: to remember it would only push others out.
  if (!segments.includes(FOLDED)) paths.set(asked, guess)
  return guess
}

function guessAt(method: string, segments: readonly string[], hostWords: string): EndpointGuess {
  model ??= unpackModel(packedModel)
  const sight = toSight(method, segments)
  const { endpoint, confidence } = model.classify(toFeatures(sight, hostWords))
  return Object.freeze({
    endpoint,
    threat: threatByEndpointClass[endpoint],
    action: inferAction(sight, endpoint),
    confidence,
  })
}
