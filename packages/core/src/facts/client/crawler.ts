import { isbotMatch } from 'isbot'
import { looksLikeBrowser, looksLikeDevice } from './device-grammar.js'
import type { UserAgentTokens } from './user-agent-tokens.js'

/** Words robots call themselves, where letters may precede (`AhrefsBot`) or follow (`crawler4j`). */
const ROBOT_WORD = new RegExp(
  [
    String.raw`bots?\b|bot[/_\-\d]|crawl|spider|slurp|scrap[ey]|archive|indexer|fetcher|validat|verif|harvest|[a-z]agent\b`,
    String.raw`(?:^|[ (/-])(?:agent|probe)\b(?![ :-]*(?:string|nokia|mozilla|blackberry|igm))`,
    String.raw`link-?check|check(?:er|s)?(?:\/|\b)|monitor(?:ing)?\b|uptime|(?:^|[^m])scan(?:ner|ning)?\b|scan\/|inspector|watcher|measurement|analy[sz]er|observatory|compliance`,
    String.raw`(?<!technology(?:%20| ))preview|favicon|transcod|capture|render(?:er|ing|tron)?\/|screenshot|synthetic|lighthouse|insights|headers\b|optimi[sz]er|feed(?:s|er|fetch|parser|finder)?[\b/]|(?:rss|podcast)[ -]?(?:parser|fetch)`,
    String.raw`imageproxy|proxycheck|-google\b|google-[a-z]|\bads-|adsense|wechatdevtools|(?<!p)research|backlink|\bseo\b|seo[/ -]|marketing|searchengine`,
  ].join('|'),
  'i',
)
/**
 * Services that load pages for somebody else (monitoring, consent and security audits) and name themselves by brand alone.
 * Source: their public documentation.
 */
const SERVICES: ReadonlySet<string> = new Set([
  'catchpoint',
  'gomezagent',
  'pingdomtms',
  'rigor',
  'site24x7',
  'dejaclick',
  'datanyze',
  'hotjar',
  'functionize',
  'silktide',
  'dareboost',
  'gtmetrix',
  'pingdom',
  'statuscake',
  'hardenize',
  'securityheaders',
  'onetrust',
  'cookiebot',
  'whatcms',
  'builtwith',
  'wappalyzer',
  'siteimprove',
  'browsershot',
  'browserstack',
  'saucelabs',
  'lambdatest',
  'percy',
  'applitools',
  'daumoa',
  'nutch',
  'heritrix',
  'manus-user',
  'googleimageproxy',
  'facebookexternalhit',
  'facebookcatalog',
  'meta-externalagent',
  'chatgpt-user',
  'claude-user',
  'perplexity-user',
  'clamav',
  'thumbor',
])
/** An address to complain to: browsers never carry one, robots are asked to (a custom as old as RFC 1945). */
const CONTACT = /https?:\/\/|\bwww\.[a-z\d-]+\.|[\w.+-]@[a-z\d-]+\.[a-z]|\(at\)|\[at\]/i
/** The same, a bare domain name; reversed ones (`com.example.app`) are packages. */
const DOMAIN =
  /(?:^|[ (;/@+])(?!com\.|org\.|net\.|web\.de|asp\.net)[a-z\d-]{2,60}\.(?:com|net|org|io|ai|co|fr|eu|ru|de|app|dev|cloud|info)\b(?!\.?[a-z])/i
/** The words that a handset's or an app's own text holds only when a robot copied it. */
const ROBOT_ON_HANDSET = /bots?\b|bot[/_\-\d]|crawl|spider|slurp|scrape/i
/** Pieces of attacks on what reads the user agent. */
const INJECTION = /select[ (+]|union[ +]|<script|\$\{|\.\.\/|sleep\(|'\+|"\+/i

/**
 * Crawlers whose operators publish the domains that their addresses resolve to, so that forward-confirmed reverse DNS
 * can tell the true one from a spoof. Source: the operators' webmaster documentation.
 */
const VERIFIABLE: readonly (readonly [token: string, reverseDns: readonly string[]])[] = [
  ['googlebot', ['googlebot.com', 'google.com', 'googleusercontent.com']],
  ['adsbot-google', ['google.com', 'googlebot.com']],
  ['mediapartners-google', ['google.com', 'googlebot.com']],
  ['storebot-google', ['google.com', 'googlebot.com']],
  ['bingbot', ['search.msn.com']],
  ['msnbot', ['search.msn.com']],
  ['yandex', ['yandex.ru', 'yandex.net', 'yandex.com']],
  ['baiduspider', ['baidu.com', 'baidu.jp']],
  ['applebot', ['applebot.apple.com']],
  ['slurp', ['crawl.yahoo.net']],
  ['petalbot', ['petalsearch.com', 'aspiegel.com']],
  ['seznambot', ['seznam.cz']],
  ['mojeekbot', ['mojeek.com']],
  ['ahrefsbot', ['ahrefs.com', 'ahrefs.net']],
  ['semrushbot', ['semrush.com']],
  ['qwantbot', ['qwant.com']],
  ['sogou', ['crawl.sogou.com']],
  ['pinterestbot', ['pinterest.com']],
  ['linkedinbot', ['linkedin.com']],
  ['twitterbot', ['twttr.com']],
  ['coccocbot', ['coccoc.com']],
  ['ccbot', ['crawl.commoncrawl.org']],
  ['amazonbot', ['crawl.amazonbot.amazon']],
]
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

/** `compatible` is Internet Explorer's and Konqueror's word; behind WebKit's name only robots keep it. */
const COMPATIBLE_WEBKIT = /applewebkit.*[(;] ?compatible;/i
/** WebKit's second comment says two words and is closed; robots append their name. */
const KHTML_APPENDIX = /khtml, ?like gecko;|khtml, ?like gecko[, ]+(?!safari|version|hevc)[a-z][^)]*\)/i
/** A fetching proxy puts its own product in front of the browser it copies. */
const PREFIXED = /^[\w.:/() -]{2,60}, ?mozilla\/|^[a-z]+\|mozilla\//i
const PREFIXED_DESKTOP = /^(?!mozilla|opera).{4,80}mozilla\/5\.0 \((?:windows nt|macintosh|x11)/i
/** Versions and beginnings that no browser's build has. */
const FABRICATED =
  /chrome\/[\d.]+mqqbrowser|chrome\/(?:w\.x|x\.x|\{|%|\$|\[)|^mozilla\/5\.0 +applewebkit|^mozilla\/5\.0 \([^)]*\) +chrome\/|x11; windows/i
/** A bare word, with no version, behind what ends a Chromium's user agent since Chrome 60. */
const BARE_TAIL = /chrome\/(?:[6-9]\d|\d{3})[\d.]* safari\/537\.36;? +(?!sparrow)[a-z][\w-]*(?: [a-z][\w-]*)?;?$/i
/** A desktop `Mozilla/5.0` that names no engine at all. */
const NO_ENGINE = /^mozilla\/5\.0 \((?:compatible|windows nt|macintosh|x11)/i
/** An operating system inside a comment: the program at least says where it runs, as apps and rare browsers do. */
const NAMES_SYSTEM =
  /[([][^)\]]*\b(?:windows|win(?:9[58]|nt|32|64|10)|mac ?os|macintosh|os x|x11|amiga(?:os)?|os\/2|beos|haiku|freebsd|openbsd|sunos|irix|risc os|openvms|inferno|android|symbian)\b/i

/** What the list of robots' words also finds in browsers for people. */
const NOT_ROBOTS: ReadonlySet<string> = new Set(['java', 'torrent', 'inspect', 'chromeframe'])
/** The same in phones and televisions. */
const NOT_ROBOTS_ON_DEVICES: ReadonlySet<string> = new Set([
  'google',
  'sogou',
  'radar',
  'catch',
  'proxy',
  'firephp',
  'discovery',
  'news',
  'unews',
  'anews',
  'download',
  'server',
  'http',
  'php',
  'yahoo',
])
/** Google's compression proxies carry people; they are a fact of their own. */
const PEOPLE_S_PROXY = /googleweblight|chrome-compression-proxy/i

/** The robot that a user agent declares or gives away by its shape, or null. */
export function toCrawler(tokens: UserAgentTokens): Crawler | null {
  const { text } = tokens
  if (PEOPLE_S_PROXY.test(text)) return null
  const device = looksLikeDevice(tokens)
  const browser = looksLikeBrowser(tokens)
  const handset = device && !browser
  if ((handset ? ROBOT_ON_HANDSET : ROBOT_WORD).test(text) || INJECTION.test(text)) return named(tokens, 'declared')
  for (const token of tokens.all)
    if (SERVICES.has(token)) return { name: token, evidence: 'declared', reverseDns: null }
  // Phone apps write their users' addresses and their makers' homepages where robots write a contact.
  if ((CONTACT.test(text) && (!handset || text.includes('+http'))) || (!device && DOMAIN.test(text)))
    return named(tokens, 'contact')
  if (COMPATIBLE_WEBKIT.test(text) || PREFIXED.test(text) || FABRICATED.test(text)) return named(tokens, 'shape')
  if (!device && (KHTML_APPENDIX.test(text) || PREFIXED_DESKTOP.test(text) || BARE_TAIL.test(text)))
    return named(tokens, 'shape')
  if (handset) return null
  if (!browser && (NO_ENGINE.test(text) || !NAMES_SYSTEM.test(text))) return named(tokens, 'unrecognised')
  const match = isbotMatch(text)?.toLowerCase()
  if (match === undefined || !/^[\w-]{3,}$/.test(match) || NOT_ROBOTS.has(match)) return null
  return device && NOT_ROBOTS_ON_DEVICES.has(match) ? null : named(tokens, 'listed')
}

function named(tokens: UserAgentTokens, evidence: Crawler['evidence']): Crawler {
  const lower = tokens.text.toLowerCase()
  for (const [token, reverseDns] of VERIFIABLE) if (lower.includes(token)) return { name: token, evidence, reverseDns }
  const own =
    tokens.all.find((token) => ROBOT_NAME.test(token)) ?? (tokens.first === 'mozilla' ? 'unnamed' : tokens.first)
  return { name: own.slice(0, MAX_NAME_CHARS), evidence, reverseDns: null }
}
