/** Words robots call themselves, where letters may precede (`AhrefsBot`) or follow (`crawler4j`). */
export const robotWord = new RegExp(
  [
    String.raw`bots?\b|bot[/_\-\d]|crawl|spider|slurp|scrap[ey]|archive|indexer|fetcher|validat|verif|harvest|[a-z]agent\b`,
    String.raw`(?:^|[ (/-])(?:agent|probe)\b(?![ :-]*(?:string|nokia|mozilla|blackberry|igm))`,
    String.raw`link-?check|check(?:er|s)?(?:\/|\b)|monitor(?:ing)?\b|uptime|(?:^|[^m])scan(?:ner|ning)?\b|scan\/|inspector|watcher|measurement|analy[sz]er|observatory|compliance`,
    String.raw`(?<!technology(?:%20| ))preview|favicon|transcod|capture|render(?:er|ing|tron)?\/|screenshot|synthetic|lighthouse|insights|googleweblight|headers\b|optimi[sz]er|feed(?:s|er|fetcher|parser|finder)?\b|(?:rss|podcast)[ -]?(?:parser|fetch)`,
    String.raw`imageproxy|proxycheck|-google\b|google-[a-z]|\bads-|adsense|wechatdevtools|(?<!p)research|backlink|\bseo\b|seo[/ -]|marketing|searchengine`,
  ].join('|'),
  'i',
)
/**
 * Services that load pages for somebody else (monitoring, consent and security audits) and name themselves by brand alone.
 * Source: their public documentation.
 */
export const services = words(`
  catchpoint gomezagent pingdomtms rigor site24x7 dejaclick datanyze hotjar functionize silktide dareboost
  gtmetrix pingdom statuscake hardenize securityheaders onetrust cookiebot whatcms builtwith wappalyzer
  siteimprove browsershot browserstack saucelabs lambdatest percy applitools daumoa nutch heritrix manus-user
  googleimageproxy facebookexternalhit facebookcatalog meta-externalagent chatgpt-user claude-user perplexity-user
  clamav thumbor
`)
/** An address to complain to: browsers never carry one, robots are asked to (a custom as old as RFC 1945). */
export const contact = /https?:\/\/|\bwww\.[a-z\d-]+\.|[\w.+-]@[a-z\d-]+\.[a-z]|\(at\)|\[at\]/i
/** The same, a bare domain name; reversed ones (`com.example.app`) are packages. */
export const domain =
  /(?:^|[ (;/@+])(?!com\.|org\.|net\.|web\.de|asp\.net)[a-z\d-]{2,60}\.(?:com|net|org|io|ai|co|fr|eu|ru|de|app|dev|cloud|info)\b(?!\.?[a-z])/i
/** The words that a handset's or an app's own text holds only when a robot copied it. */
export const robotOnHandset =
  /bots?\b|bot[/_\-\d]|crawl|spider|slurp|scrape|googleweblight|(?<!user)-agent\b(?! ?string)|compatible; [\w-]*agent/i
/** A path behind a domain: a page about the robot, also where nothing else of it stands. */
export const domainPath =
  /(?:^|[ (;/@+])(?!com\.|org\.|net\.)[a-z\d-]{2,60}\.(?:com|net|org|io|ai|co|fr|eu|ru|de|app|dev|cloud|info)\/[a-z]/i
/** A build that was never released, or a version that is the time of day: programs in their makers' hands. */
export const homeMade = /-snapshot\b|\/1[67]\d{8}(?:\d{3})?(?!\d)/i
/** Pieces of attacks on what reads the user agent. */
export const injection = /select[ (+]|union[ +]|<script|\$\{|\.\.\/|sleep\(|'\+|"\+/i

/** `compatible` is Internet Explorer's and Konqueror's word; behind WebKit's name only robots keep it. */
export const compatibleWebkit = /applewebkit.*[(;] ?compatible;/i
/** WebKit's second comment says two words and is closed; robots append their name. */
export const khtmlAppendix = /khtml, ?like gecko;|khtml, ?like gecko[, ]+(?!safari|version|hevc)[a-z][^)]*\)/i
/** A fetching proxy puts its own product in front of the browser it copies. */
export const prefixed = /^[\w.:/() -]{2,60}, ?mozilla\/|^[a-z]+\|mozilla\//i
export const prefixedDesktop = /^(?!mozilla|opera).{4,80}mozilla\/5\.0 \((?:windows nt|macintosh|x11)/i
/** Versions and beginnings that no browser's build has. */
export const fabricated =
  /chrome\/[\d.]+mqqbrowser|chrome\/(?:w\.x|x\.x|\{|%|\$|\[)|^mozilla\/5\.0 +applewebkit|^mozilla\/5\.0 \([^)]*\) +chrome\/|x11; windows/i
/** A bare word, with no version, behind what ends a Chromium's user agent since Chrome 60. */
export const bareTail = /chrome\/(?:[6-9]\d|\d{3})[\d.]* safari\/537\.36;? +(?!sparrow)[a-z][\w-]*(?: [a-z][\w-]*)?;?$/i
/** A desktop `Mozilla/5.0` that names no engine at all. */
export const noEngine = /^mozilla\/5\.0 \((?:compatible|windows nt|macintosh|x11)/i
/** An operating system inside a comment: the program at least says where it runs, as apps and rare browsers do. */
export const namesSystem =
  /[([][^)\]]*\b(?:windows|win(?:9[58]|nt|32|64|10)|mac ?os|macintosh|os x|x11|amiga(?:os)?|os\/2|beos|haiku|freebsd|openbsd|sunos|irix|risc os|openvms|inferno|android|symbian)\b/i

/** What the list of robots' words also finds in browsers for people. */
export const notRobots = words(`
  java torrent inspect chromeframe
`)
/** The same in phones and televisions. */
export const notRobotsOnDevices = words(`
  google sogou radar catch proxy firephp discovery news unews anews download server http php yahoo
`)

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}
