import { describeGiven, RiskError } from '../errors.js'
import type { ActionName } from '../vocabulary/index.js'

/** The action that a route map gives a request; null when none of its routes matches. Path with or without a query. */
export type ActionMatcher = (method: string, path: string) => ActionName | null

/** Deeper paths are compared up to here; a final `*` takes the rest. */
const MAX_SEGMENTS = 64
const MAX_ROUTES = 1000

type Segment =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'param' }
  | { readonly kind: 'rest' }

interface Route {
  readonly methods: readonly string[]
  readonly segments: readonly Segment[]
  readonly action: ActionName
}

const EXPECTED = "expected a method and a path, such as 'POST /login', 'POST|PUT /users/:id/password' or '* /admin/*'"

/**
 * Compiles a route map. A request is matched more loosely than any framework's router does, because a spelling that
 * the router takes and we don't would be a way around us: letter case, empty segments and percent-encoding don't count,
 * `;` is read in both ways that routers have, and HEAD is GET, as routers serve it. One pass over the path, one comparison of segments
 * per route with parameters.
 * @throws RiskError `RG_OPTION_INVALID` for a route that isn't one, for two that are the same, and for more than 1,000
 */
export function compileRouteMap(map: Readonly<Record<string, ActionName>>): ActionMatcher {
  const entries = Object.entries(map)
  if (entries.length > MAX_ROUTES)
    throw invalid('actions', `${entries.length} routes`, `expected at most ${MAX_ROUTES}`)
  const literal = new Map<string, ActionName>()
  const patterns: Route[] = []
  const seen = new Map<string, string>()
  for (const [text, action] of entries) {
    const route = parseRoute(text, action)
    for (const method of route.methods) {
      const shape = `${method} ${route.segments.map(shapeOf).join('/')}`
      const other = seen.get(shape)
      if (other !== undefined)
        throw invalid(
          `actions[${JSON.stringify(text)}]`,
          'a second route',
          `it matches the same requests as ${JSON.stringify(other)}`,
        )
      seen.set(shape, text)
    }
    if (!route.methods.includes('*') && route.segments.every(({ kind }) => kind === 'literal')) {
      for (const method of route.methods) literal.set(`${method} ${route.segments.map(shapeOf).join('/')}`, action)
    } else patterns.push(route)
  }
  patterns.sort(moreSpecificFirst)
  if (entries.length === 0) return () => null

  return (method, path) => {
    const verb = method === 'HEAD' ? 'GET' : method.toUpperCase()
    const text = pathname(path)
    const whole = splitPath(text)
    const end = text.indexOf(';')
    // To some routers a query begins at `;`, to others it is a character like any other, such as one of a parameter.
    const readings = end === -1 ? [whole] : [whole, splitPath(text.slice(0, end))]
    for (const segments of readings) {
      const exact = literal.get(`${verb} ${segments.join('/')}`)
      if (exact !== undefined) return exact
    }
    for (const route of patterns) {
      if (readings.some((segments) => matches(route, verb, segments))) return route.action
    }
    return null
  }
}

function parseRoute(text: string, action: ActionName): Route {
  const where = `actions[${JSON.stringify(text)}]`
  const match = /^([A-Za-z]+(?:\|[A-Za-z]+)*|\*)\s+(\/\S*)$/.exec(text.trim())
  if (match === null) throw invalid(where, describeGiven(text), EXPECTED)
  const [, methods = '', path = ''] = match
  if (/[?#]/.test(path))
    throw invalid(where, describeGiven(text), 'expected a path without a query: routes match the path alone')
  const names = splitPath(pathname(path))
  if (names.length > MAX_SEGMENTS) throw invalid(where, `${names.length} segments`, `expected at most ${MAX_SEGMENTS}`)
  const segments = names.map((name, i) => toSegment(name, i === names.length - 1, where))
  return {
    methods: [
      ...new Set(
        methods
          .toUpperCase()
          .replace(/\bHEAD\b/, 'GET')
          .split('|'),
      ),
    ],
    segments,
    action,
  }
}

function toSegment(name: string, isLast: boolean, where: string): Segment {
  if (name === '*') {
    if (!isLast)
      throw invalid(
        where,
        'a * inside the path',
        'expected * as the last segment, where it stands for the rest; one segment is :name',
      )
    return { kind: 'rest' }
  }
  if (/^:\w+$/.test(name)) return { kind: 'param' }
  if (/[:*{}()[\]]/.test(name))
    throw invalid(
      where,
      `the segment ${describeGiven(name)}`,
      'expected plain text, :name or a last *; patterns inside a segment are not known here',
    )
  return { kind: 'literal', text: name }
}

function shapeOf(segment: Segment): string {
  return segment.kind === 'literal' ? segment.text : segment.kind === 'param' ? ':' : '*'
}

const RANK = { literal: 0, param: 1, rest: 2 } as const

/** Compares from the left: literal before parameter before rest; then a named method before any. */
function moreSpecificFirst(one: Route, other: Route): number {
  for (let i = 0; i < Math.max(one.segments.length, other.segments.length); i++) {
    const a = one.segments[i]
    const b = other.segments[i]
    const difference = (a === undefined ? -1 : RANK[a.kind]) - (b === undefined ? -1 : RANK[b.kind])
    if (difference !== 0) return difference
  }
  return Number(one.methods.includes('*')) - Number(other.methods.includes('*'))
}

function matches({ methods, segments }: Route, verb: string, given: readonly string[]): boolean {
  if (!methods.includes(verb) && !methods.includes('*')) return false
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i] as Segment
    if (segment.kind === 'rest') return true
    const text = given[i]
    if (text === undefined || (segment.kind === 'literal' && segment.text !== text)) return false
  }
  return given.length === segments.length
}

/** The segments of a path in the spelling that is compared. */
function splitPath(text: string): string[] {
  const segments: string[] = []
  let start = 0
  while (start <= text.length && segments.length <= MAX_SEGMENTS) {
    let stop = text.indexOf('/', start)
    if (stop === -1) stop = text.length
    if (stop > start) segments.push(decode(text.slice(start, stop)).toLowerCase())
    start = stop + 1
  }
  return segments
}

/** Some routers read the absolute form of a request line (`GET http://host/path`), and a backslash as a slash. */
function pathname(target: string): string {
  const end = target.search(/[?#]/)
  const path = (end === -1 ? target : target.slice(0, end)).replaceAll('\\', '/')
  return path.startsWith('/') ? path : path.replace(/^[A-Za-z][A-Za-z0-9+.-]{0,30}:\/\/[^/]*/, '')
}

/** Decoded after splitting, so that an encoded slash stays inside its segment; what can't be decoded stays as it is. */
function decode(segment: string): string {
  if (!segment.includes('%')) return segment
  try {
    return decodeURIComponent(segment)
  } catch (error) {
    if (error instanceof URIError) return segment
    throw error
  }
}

function invalid(where: string, given: string, expected: string): RiskError {
  return new RiskError('RG_OPTION_INVALID', `${where}: given ${given}, ${expected}.`)
}
