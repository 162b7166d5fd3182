import type { NetworkKind } from '@riskguard/core'
import { hostingBrands } from './hosting-brands.js'

/** Names are compared in lower case, without accents, with single blanks between words of letters, digits, `.`, `&` and `'`. */
export function normalName(organization: string): string {
  return organization
    .slice(0, MAX_NAME_CHARS)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.&']+/gu, ' ')
    .trim()
}

const MAX_NAME_CHARS = 200

/** What a company that rents servers calls itself. Strong: nobody else does. */
const HOSTING_WORDS =
  /(?:^| )(?:\p{L}*hosting(?:\.\p{L}+)*|host(?!el|ess|ed)\p{L}{2,}|host networks|hosters?|hostings|web ?hosts?|\p{L}+hosts?(?:\.\p{L}+)?|hosts?\.\p{L}+|hoste(?:d|ur)|heberg\p{L}*|hospedage[nm]s?|hospedaje|\p{L}*vps\p{L}*|vds|\p{L}*servers?(?:\.\p{L}+)?|serv(?:ers|eurs|idores|erów)|serwer\p{L}*|dedi(?:cated)?(?:\.\p{L}+)?|bare metal|\p{L}*colo(?:cation)?|co location|data ?cent(?:er|re|ers|res|rum)|datasent\p{L}*|datacent\p{L}*|centro de datos|rechenzentrum|rechenzentren|cdn\p{L}*|content delivery)(?= |$)/u
/** Also said by firms that sell lines to homes. */
const CLOUD_WORDS = /(?:^| )(?:\p{L}*clouds?(?:\.\p{L}+)?|cloud\p{L}+|idc|data ?c|virtual\p{L}*)(?= |$)/u

const ACCESS_WORDS =
  /(?:^| )(?:\p{L}*tele(?:c|k|f|ph|v)o?[mn]?\p{L}*|telco|tel|\p{L}*broad ?band|\p{L}*band(?:a|width)? ?(?:larga|ancha)|\p{L}*cable\p{L}*|kabel\p{L}*|\p{L}*fib(?:er|re|ra|er.net|ranet)\p{L}*|fiberoptic|optic(?:al|s)?|dsl|isp|wisp|wireless|wi ?fi|provedor\p{L}*|provayder|bredband|breitband|iletisim|servicos de internet|redes e telecom|communications?|comunica\p{L}*|conex\p{L}*|conect\p{L}*|broadcast\p{L}*|satellite|satelit\p{L}*)(?= |$)/u
const MOBILE_WORDS =
  /(?:^| )(?:(?!auto)\p{L}*mobile|\p{L}*cellular|celular|movil(?:es)?|moviles|mobifone|gsm|lte|docomo|vodacom|safaricom|turkcell|kyivstar|wireless telecom\p{L}*)(?= |$)/u

/** Firms known for lines to homes and phones, whose names say neither. */
const ACCESS_BRANDS =
  /(?:^| )(?:vodafone|orange|telia|telenor|ooredoo|etisalat|zain|mtn|airtel|softbank|eircom|swisscom|proximus|sunrise gmbh|magenta|salt|optage|asahi net|jcom|j com|biglobe|so net|vocus|tpg|iinet|globe|smart|dito|true internet|tot public|3bb|ais|dtac|indosat|telkomsel|xl axiata|axtel|izzi|megacable|totalplay|claro|entel|movistar|tigo|vivo|oi s\.?a|brisanet|desktop|algar|unifique|rostelecom|megafon|beeline|vimpelcom|mts|er telecom|kyivstar|lifecell|ukrtelecom|volia|bezeq|hot net|cellcom|partner|turksat|ttnet|superonline|at&t|verizon|comcast|charter|cox|frontier|windstream|brightspeed|lumen|centurylink|cogeco|videotron|bell canada|rogers|telus|sasktel|eastlink|hughes|viasat|starlink|space exploration|eutelsat|inmarsat|nbn|bsnl|mtnl|reliance jio|act fibernet|excitel|hathway|you broadband|chinanet|china unicom|china tietong|cncgroup|hgc|hkbn|pccw|hinet|seednet|kbro|dlive|lg uplus|sk broadband)(?= |$)/u

/** Companies that sell VPNs, by their own names and those of their services. */
const VPN_BRANDS =
  /(?:^| )(?:\p{L}*vpn\p{L}*|mullvad|packethub|proton ag|cyberzone s\.?a|surfshark|tefincom|windscribe|torguard|ipvanish|mudhook|strong technology|golden frog|private internet access|london trust media|anchorfree|tunnelbear|perfect privacy|safing|31173 services)(?= |$)/u

const MILITARY_WORDS =
  /(?:^| )(?:dod|(?:department|dept\.?|ministry|minister\p{L}*|ministerio|ministere|ministero|ministerium) (?:of|de|da|della|des|la|der|for)(?: la| national)? ?(?:national )?(?:defen[cs]e|defensa|defesa|difesa|armees|verteidigung)|defen[cs]e (?:information|intelligence|research|logistics)\p{L}*|air force|(?:u\.?s\.? |united states |the )?army|navy|naval|marine corps|military|militar(?:y|es)?|armed forces|usaisc|bundeswehr|fuerza aerea|forca aerea|marinha|exercito|ejercito|forsvaret|forsvarsmakten|coast guard)(?= |$)/u
/** Not of the forces, in spite of the name. */
const CIVILIAN_WORDS =
  /(?:^| )(?:salvation army|old navy|navy federal|credit union|bank|exchange service|hospital|store)(?= |$)/u

const GOVERNMENT_WORDS =
  /(?:^| )(?:ministr\p{L}+|ministeri\p{L}+|kementerian|pemerintah|governments?|govt|gov|\p{L}*egov\p{L}*|e gov\p{L}*|governmental|gouvernement\p{L}*|gobierno|governo|gobernacion|regierung|(?:state|commonwealth|county|city|town|village|township|borough|province|government) of|(?:department|dept\.?) of|federal (?:agency|bureau|reserve|government|court|aviation|service|communications commission|office|public)|estado (?:de|do|da)|secretar(?:ia|y)(?: \p{L}+)?|municip\p{L}+|prefeitura|prefecture|alcaldia|ayuntamiento|intendencia|parliament\p{L}*|parlament\p{L}*|senate|senado|congress|congreso|camara (?:dos|de|municipal)|assembleia|asamblea|house of representatives|tribuna(?:l|is)|courts?|justica|justicia|supreme|presidenc\p{L}+|procuradoria|contraloria|police|policia|polizei|sheriff|county|city council|county council|borough council|district council|bundes(?:amt|agentur|verwaltung|ministerium|rechenzentrum|anstalt|kriminalamt|tag|netz)\p{L}*|landes(?:amt|verwaltung|betrieb)\p{L}*|informationstechnikzentrum bund|rijks\p{L}*|statens|riksdag\p{L}*|kommune|kommun|gemeente|gemeinde|stadtverwaltung|conseil departemental|conseil regional|usda|postal service|national (?:institutes?|archives|park|weather) (?:of|service|and)\p{L}*|general services (?:administration|commission)|national library|nasa|national aeronautics|geological survey|social security administration|customs|internal revenue|treasury|tax administration|public administration|administracao publica|receita federal|uprava|urzad|magistrat|u\.?s\.? (?:senate|house|government|customs|census|courts|postal)|white house|embassy|nycenet|information resources management commission)(?= |$)/u

const EDUCATION_WORDS =
  /(?:^| )(?:\p{L}*universit\p{L}*|universid\p{L}+|universiti|uniwersyt\p{L}+|univerzit\p{L}*|univ\.?|unam|yliopisto\p{L}*|egyetem|ulikool\p{L}*|colleges?|collegium|colegio|schools?|schule|hochschule|fachhochschule|ecole|escola|escuela|skole|scuola|lyc(?:ee|eum)|gymnasium|polyte(?:ch|k)n\p{L}*|polite(?:cn|chn|hn)\p{L}*|institut[eo]? (?:of )?te(?:ch|c)nolog\p{L}*|institute of science|supercomput\p{L}*|instituto tecnologico|instituto federal|institut teknologi|academ\p{L}*|akadem\p{L}*|education\p{L}*|educa(?:tion|cao|cion|cional)|educativ\p{L}+|campus|research and education|nren|national research|research (?:organi[sz]ation|institute|council|network)|scientific and industrial research|\p{L}+ national laborator\p{L}+|student\p{L}*|board of regents|caltech|sekolah|daigaku|gakuin|gakuen)(?= |$)/u

const BUSINESS_WORDS =
  /(?:^| )(?:\p{L}*banks?|banco|banca|banque|bancorp|insurance|assurance\p{L}*|seguros|versicherung\p{L}*|hospitals?|clinic|klinik\p{L}*|health\p{L}*|medical|pharma\p{L}*|airlines?|airways|motors?|automotive|steel|engineering|consulting|law|accounting|retail|supermarkets?|holdings?|capital|securities|financial|credit union|brewery|foods?|manufactur\p{L}+|industries|industrial|mining|petroleum|newspapers?|hotels?|logistics|stock exchange)(?= |$)/u

/** Gateways that companies send their people's traffic through: offices, wherever they stand. */
const OFFICE_GATEWAYS =
  /(?:^| )(?:zscaler|netskope|forcepoint|check point|menlo security|iboss|opendns|palo alto networks)(?=[ .]|$)/u

/** Small firms borrow famous names. */
const TELECOM = /(?:^| )tele(?:com|kom)\p{L}*(?= |$)/u

const FIBER_TO_HOMES = /(?:^| )google fiber(?= |$)/u

const hostingBrand = new RegExp(
  `(?:^| )(?:${hostingBrands.map((brand) => brand.replaceAll('.', '\\.')).join('|')})(?=[ .,]|$)`,
  'u',
)

/** What an operator's registered name says of its network; null when it says nothing that can be relied on. */
export function kindByName(organization: string): NetworkKind | null {
  const name = normalName(organization)
  if (name === '') return null
  if (FIBER_TO_HOMES.test(name)) return 'isp'
  if (MILITARY_WORDS.test(name) && !CIVILIAN_WORDS.test(name)) return 'military'
  const governs = GOVERNMENT_WORDS.test(name)
  const teaches = EDUCATION_WORDS.test(name)
  if (teaches && !(governs && /(?:^| )(?:ministr|ministeri|department of|state of|dept)/u.test(name)))
    return 'education'
  if (governs) return 'government'
  if (OFFICE_GATEWAYS.test(name)) return 'business'
  const access = ACCESS_WORDS.test(name) || ACCESS_BRANDS.test(name)
  if (hostingBrand.test(name)) return TELECOM.test(name) ? null : 'hosting'
  // Regional operators sell lines and servers under one name: homes are among their addresses.
  if (HOSTING_WORDS.test(name)) return access ? null : 'hosting'
  if (MOBILE_WORDS.test(name)) return 'mobile'
  if (access) return 'isp'
  if (CLOUD_WORDS.test(name)) return 'hosting'
  if (/(?:^| )internet(?= |$)/u.test(name)) return 'isp'
  return BUSINESS_WORDS.test(name) ? 'business' : null
}

/** Whether the name is that of a company that sells VPNs. */
export function namesVpn(organization: string): boolean {
  return VPN_BRANDS.test(normalName(organization))
}
