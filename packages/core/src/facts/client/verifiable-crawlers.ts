/**
 * Crawlers whose operators publish the domains that their addresses resolve to, so that forward-confirmed reverse DNS
 * can tell the true one from a spoof. Source: the operators' webmaster documentation.
 */
export const verifiableCrawlers: readonly (readonly [token: string, reverseDns: readonly string[]])[] = [
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
