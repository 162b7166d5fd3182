/**
 * Services that forward to one person's own mailbox for as long as he wants: an alias there is privacy, not a throw-away,
 * and chosen by lot without anybody's ill will. Their public documentation names these domains.
 */
const RELAYS: ReadonlySet<string> = new Set(
  [
    // Apple, DuckDuckGo, Mozilla
    'privaterelay.appleid.com duck.com mozmail.com relay.firefox.com',
    // Proton and SimpleLogin
    'simplelogin.com simplelogin.co simplelogin.fr simplelogin.io aleeas.com slmail.me slmails.com silomails.com 8alias.com 8shield.net dralias.com passmail.com passmail.net passinbox.com passfwd.com',
    // addy.io, forwarders and password managers
    'addy.io anonaddy.com anonaddy.me addymail.com 33mail.com erine.email forwardemail.net ironvest.com opayq.com cloaked.id alias.email hidemyemail.app',
  ].flatMap((line) => line.split(' ')),
)

/** Real providers that lists of disposable domains name by mistake, or that people confuse with them. */
const SPARED: ReadonlySet<string> = new Set(
  '21cn.com sify.com icloud.com fastmail.com fastmail.fm pm.me mailfence.com startmail.com tuta.com tuta.io tutanota.com mailbox.org posteo.de posteo.net runbox.com hushmail.com hey.com'.split(
    ' ',
  ),
)

/** @param owned the domain and those above it, down to the registrable one */
export function isRelay(owned: readonly string[]): boolean {
  return owned.some((domain) => RELAYS.has(domain))
}

/** Never called disposable, whatever a list or a name says. */
export function isSpared(owned: readonly string[]): boolean {
  return owned.some((domain) => SPARED.has(domain))
}
