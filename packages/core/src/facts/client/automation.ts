import { findToken, type UserAgentTokens } from './user-agent-tokens.js'

/**
 * Products that only a driven or embedded browser names in its user agent, by the token it writes (lower case).
 * Source: the tools' own documentation and user agents captured from them.
 */
const TOOLS: ReadonlyMap<string, string> = new Map([
  ['headlesschrome', 'headless-chrome'],
  ['headlesschromium', 'headless-chrome'],
  ['headlessedg', 'headless-edge'],
  ['headlessfirefox', 'headless-firefox'],
  ['headlessbrowser', 'headless'],
  ['headless', 'headless'],
  ['chrome-headless-shell', 'headless-chrome'],
  ['phantomjs', 'phantomjs'],
  ['slimerjs', 'slimerjs'],
  ['casperjs', 'casperjs'],
  ['zombie.js', 'zombie'],
  ['zombiejs', 'zombie'],
  ['nightmare', 'nightmare'],
  ['nightmarejs', 'nightmare'],
  ['puppeteer', 'puppeteer'],
  ['pyppeteer', 'puppeteer'],
  ['playwright', 'playwright'],
  ['selenium', 'selenium'],
  ['webdriver', 'webdriver'],
  ['chromedriver', 'selenium'],
  ['geckodriver', 'selenium'],
  ['cypress', 'cypress'],
  ['testcafe', 'testcafe'],
  ['watir', 'watir'],
  ['webdriverio', 'webdriverio'],
  ['nightwatch', 'nightwatch'],
  ['katalon', 'katalon'],
  ['appium', 'appium'],
  ['htmlunit', 'htmlunit'],
  ['jsdom', 'jsdom'],
  ['happydom', 'happy-dom'],
  ['happy-dom', 'happy-dom'],
  ['splash', 'splash'],
  ['browserless', 'browserless'],
  ['lightpanda', 'lightpanda'],
  ['electron', 'electron'],
  ['nw.js', 'nwjs'],
  ['cefsharp', 'cef'],
  ['awesomium', 'awesomium'],
  ['dryscrape', 'dryscrape'],
  ['ghost.py', 'ghost'],
  ['mechanize', 'mechanize'],
  ['lighthouse', 'lighthouse'],
  ['chrome-lighthouse', 'lighthouse'],
  ['speedcurve', 'speedcurve'],
  ['ptst', 'webpagetest'],
  ['wkhtmltopdf', 'wkhtmltopdf'],
  ['wkhtmltoimage', 'wkhtmltopdf'],
  ['cutycapt', 'cutycapt'],
  ['k6', 'k6'],
  ['locust', 'locust'],
  ['jmeter', 'jmeter'],
  ['gatling', 'gatling'],
  ['artillery', 'artillery'],
  ['sikuli', 'sikuli'],
  ['uipath', 'uipath'],
])

/** Desktop shells that people use: they are named, but they are no automation. */
const SHELLS: ReadonlySet<string> = new Set(['electron', 'nwjs', 'cef'])

export interface Automation {
  /** The tool's name, lower case. */
  readonly tool: string
  /** True for shells (`electron`) in which desktop apps for people are written too. */
  readonly shell: boolean
}

/** The automation tool that a user agent names itself, or null. */
export function toAutomation(tokens: UserAgentTokens): Automation | null {
  const tool = findToken(tokens.all, TOOLS)
  return tool === undefined ? null : { tool, shell: SHELLS.has(tool) }
}
