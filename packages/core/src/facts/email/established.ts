/** Mail providers with millions of mailboxes, by the first label of their domain where they have one in many countries. */
const BRANDS: ReadonlySet<string> = new Set(
  'gmail googlemail yahoo ymail rocketmail hotmail outlook live msn aol icloud gmx yandex proton protonmail zoho qq naver daum hanmail nate uol bol terra orange sfr free laposte wanadoo libero virgilio tiscali alice freenet web arcor rambler seznam centrum interia onet abv ukr rediffmail comcast verizon att sbcglobal bellsouth cox charter btinternet virginmedia talktalk ntlworld bigpond optusnet shaw rogers sympatico telus ziggo kpnmail telenet skynet bluewin docomo softbank ezweb sina sohu mail fastmail'.split(
    ' ',
  ),
)
const DOMAINS: ReadonlySet<string> = new Set(
  't-online.de me.com mac.com ya.ru bk.ru inbox.ru list.ru wp.pl o2.pl 163.com 126.com 139.com hey.com'.split(' '),
)
/** Academies: a class that signs up together is one. */
const ACADEMIC = /^(?:edu|(?:edu|ac|sch|k12)\.[a-z.]+)$/

/** Whether crowds under one domain are nothing new, on the app's first day as well. */
export function isEstablished(registrable: string, name: string, suffix: string): boolean {
  return BRANDS.has(name) || DOMAINS.has(registrable) || ACADEMIC.test(suffix)
}
