import { isbotMatch } from 'isbot'
import {
  bareTail,
  compatibleWebkit,
  contact,
  domain,
  domainPath,
  fabricated,
  homeMade,
  injection,
  khtmlAppendix,
  namesSystem,
  noEngine,
  notRobots,
  notRobotsOnDevices,
  prefixed,
  prefixedDesktop,
  robotOnHandset,
  robotWord,
  services,
} from './crawler-marks.js'
import { looksLikeBrowser, looksLikeDevice, looksLikeOldBrowser } from './device-grammar.js'
import type { UserAgentTokens } from './user-agent-tokens.js'
import { verifiableCrawlers } from './verifiable-crawlers.js'

const ROBOT_NAME = /bot|crawl|spider|slurp|scrap|agent|scan|check|monitor|preview|fetch/
const MAX_NAME_CHARS = 40

export interface Crawler {
  /** The robot's own name, lower case, at most 40 characters. */
  readonly name: string
  /**
   * How it is known: it says so, leaves a contact, has a shape that no browser has, stands on a list of robots' words,
   * or is `unrecognised`: a program that is neither a browser nor a device that we know (an app of the host, maybe).
   */
  readonly evidence: 'declared' | 'contact' | 'shape' | 'listed' | 'unrecognised'
  /** Domains that its addresses resolve to, where its operator publishes them. */
  readonly reverseDns: readonly string[] | null
}

/** The robot that a user agent declares or gives away by its shape, or null. */
export function toCrawler(tokens: UserAgentTokens): Crawler | null {
  const { text } = tokens
  const device = looksLikeDevice(tokens)
  const browser = looksLikeBrowser(tokens)
  const handset = device && !browser
  if ((handset ? robotOnHandset : robotWord).test(text) || injection.test(text)) return named(tokens, 'declared')
  for (const token of [...tokens.all, ...tokens.model])
    if (services.has(token)) return { name: token, evidence: 'declared', reverseDns: null }
  // Internet Explorer let every toolbar add its name and homepage to the comment that also lists .NET's versions.
  const toolbars = text.includes('.NET CLR')
  // Phone apps write their users' addresses and their makers' homepages where robots write a contact.
  const address = (contact.test(text) && (!handset || text.includes('+http'))) || (!device && domain.test(text))
  if (!toolbars && (address || domainPath.test(text))) return named(tokens, 'contact')
  if (compatibleWebkit.test(text) || prefixed.test(text) || fabricated.test(text) || homeMade.test(text))
    return named(tokens, 'shape')
  if (!device && (khtmlAppendix.test(text) || prefixedDesktop.test(text) || bareTail.test(text)))
    return named(tokens, 'shape')
  if (handset || toolbars || (!browser && looksLikeOldBrowser(tokens))) return null
  if (!browser && (noEngine.test(text) || !namesSystem.test(text))) return named(tokens, 'unrecognised')
  const match = isbotMatch(text)?.toLowerCase()
  if (match === undefined || !/^[\w-]{3,}$/.test(match) || notRobots.has(match)) return null
  return device && notRobotsOnDevices.has(match) ? null : named(tokens, 'listed')
}

function named(tokens: UserAgentTokens, evidence: Crawler['evidence']): Crawler {
  const lower = tokens.text.toLowerCase()
  for (const [token, reverseDns] of verifiableCrawlers)
    if (lower.includes(token)) return { name: token, evidence, reverseDns }
  const own =
    tokens.all.find((token) => ROBOT_NAME.test(token)) ?? (tokens.first === 'mozilla' ? 'unnamed' : tokens.first)
  return { name: own.slice(0, MAX_NAME_CHARS), evidence, reverseDns: null }
}
