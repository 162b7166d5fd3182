/** What the name of a mail domain says when no list knows it yet. */
import { randomBits } from './letter-model.js'

/** What speaks for a throw-away, each with its points; {@link SUSPECT_POINTS} are enough. */
export interface DomainName {
  readonly points: number
  readonly marks: readonly DomainMark[]
}
export type DomainMark =
  /** Under a service that gives host names away: nobody pays, nobody is asked. */
  | 'free_host'
  /** The name says it: temp-mail, ten minutes, trash. */
  | 'throwaway_word'
  /** Another provider's brand inside a name of its own. */
  | 'imitation'
  /** A top-level domain sold by the thousand for next to nothing, where mail is hardly anything but spam. */
  | 'abused_tld'
  /** A cheap top-level domain that people do have mail under as well. */
  | 'cheap_tld'
  | 'mail_word'
  | 'random_name'
  | 'digits'

const POINTS: Readonly<Record<DomainMark, number>> = {
  free_host: 3,
  throwaway_word: 3,
  imitation: 1,
  abused_tld: 2,
  cheap_tld: 1,
  mail_word: 0.5,
  random_name: 1,
  digits: 1,
}
/** From here on a name alone is called disposable. */
export const SUSPECT_POINTS = 2

/**
 * Dynamic DNS and free sub-domains of services whose names are handed out by the hundred to mail generators today. The
 * older ones (mooo.com, ddns.net, …) aren't here: people have had mail servers of their own behind them for decades.
 */
const FREE_HOSTS: ReadonlySet<string> = new Set(
  (
    'dynv6.net v6.navy v6.rocks v6.army dedyn.io duckdns.org ' +
    'accesscam.org camdvr.org casacam.net ddnsfree.com ddnsgeek.com freeddns.org giize.com gleeze.com kozow.com loseyourip.com mywire.org ooguy.com theworkpc.com webredirect.org dynuddns.com dynuddns.net ' +
    'linkpc.net publicvm.com work.gd run.place line.pm abrdns.com 3utilities.net ' +
    'dpdns.org us.kg xx.kg qzz.io zone.id jo3.org 2bd.net ' +
    'eu.cc cc.cd ccwu.cc us.ci io.vn id.vn indevs.in de5.net cloud-ip.cc nyc.mn ddnss.de ddnss.org home-webserver.de myhome-server.de dyn-ip24.de infos.st fr.nf asso.st'
  ).split(' '),
)

const ABUSED_TLDS = words(
  'cfd sbs cyou icu bond buzz beer click quest rest monster lol bid loan win stream gdn racing review date trade science party faith men accountant cricket download gq cf ml ga tk top hair makeup skin autos boats mom yachts homes motorcycles pics',
)
const CHEAP_TLDS = words(
  'xyz site shop store online space fun website pw cc lat live life pro club vip work ink tech cloud asia host press digital uno world today one wiki email fashion icu help biz.id my.id web.id',
)

const THROWAWAY =
  /te?mp-?(?:e?-?mail|box|inbox)|(?:e?-?mail|inbox)-?te?mp|tempor(?:ary|al|aire)|^t-?mail|trash|throw-?away|dispos(?:able|e)|(?:\d+|one|ten)-?min(?:ute)?s?-?(?:e?-?mail|box)?$|min(?:ute)?s?-?e?-?mail|burner|fake-?(?:e?-?mail|inbox|box)|e?-?mail-?fake|mailinator|guerr?illa|yopmail|mail-?drop|dropmail|spam(?:me|box|mail|free)|no-?spam|anti-?spam|hiding-?mail|mail-?for-?\d|mail-?(?:gen|generator)|generator\d*e?-?mail|getnada|maildrop|discard|self-?destruct|1sec/
const BRANDS =
  /g-?mai+l|gma[il]l|gmeil|gmial|hot-?mai+l|hotmeil|hotmial|out-?loo+k|yaho+|ic-?lou[dl]|i-?cloud|proton-?mail/
const MAIL = /mail|inbox|mbox|\bbox/
const BRAND_ITSELF = /^(?:gmail|googlemail|hotmail|outlook|yahoo|ymail|icloud|proton|protonmail)$/
/** Not letters enough to tell. */
const MIN_LETTERS = 7
const RANDOM_NAME_BITS = 8

/**
 * @param name the registrable domain without its suffix (`temp-mail` of `temp-mail.edu.rs`)
 * @param suffix its public suffix by the registries (`edu.rs`)
 * @param above the domain and those above it, the suffix included
 */
export function readDomainName(name: string, suffix: string, above: readonly string[]): DomainName {
  const marks: DomainMark[] = []
  const tld = suffix.slice(suffix.lastIndexOf('.') + 1)
  if (above.some((domain, at) => at > 0 && FREE_HOSTS.has(domain))) marks.push('free_host')
  if (THROWAWAY.test(name)) marks.push('throwaway_word')
  if (BRANDS.test(name) && !BRAND_ITSELF.test(name)) marks.push('imitation')
  if (ABUSED_TLDS.has(tld)) marks.push('abused_tld')
  else if (CHEAP_TLDS.has(suffix) || CHEAP_TLDS.has(tld)) marks.push('cheap_tld')
  if (MAIL.test(name)) marks.push('mail_word')
  if (isRandomName(name)) marks.push('random_name')
  if (/\d{3}|^\d|[a-z]\d+[a-z]/.test(name)) marks.push('digits')
  return { points: pointsOf(marks), marks }
}

/** Digits and odd letters are ordinary under .com; they count where the top-level domain is cheap too. */
function pointsOf(marks: readonly DomainMark[]): number {
  const isCheap = marks.includes('cheap_tld') || marks.includes('abused_tld')
  let points = 0
  for (const mark of marks) {
    if (!isCheap && (mark === 'random_name' || mark === 'digits' || mark === 'mail_word')) continue
    points += mark === 'mail_word' && isCheap ? 1 : POINTS[mark]
  }
  return points
}

function isRandomName(name: string): boolean {
  const letters = name.replace(/[^a-z]/g, '')
  return letters.length >= MIN_LETTERS && randomBits(letters, 0, letters.length) > RANDOM_NAME_BITS
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}
