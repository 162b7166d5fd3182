import type { NetworkKind } from '@riskguard/core'

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

/** Companies that rent servers, whatever legal form, country or number their networks have. */
const HOSTING_BRANDS = [
  'amazon.com', 'amazon data', 'amazon technologies', 'aws', 'google cloud', 'microsoft corporation', 'microsoft azure', 'oracle corporation', 'oracle cloud', 'ibm cloud', 'softlayer', 'alibaba', 'aliyun', 'tencent', 'huawei cloud', 'huawei international', 'ucloud', 'kingsoft cloud', 'baidu', 'volcano engine', 'yunify', 'bytedance',
  'digitalocean', 'linode', 'vultr', 'constant company', 'choopa', 'akamai', 'cloudflare', 'fastly', 'edgecast', 'limelight', 'cachefly', 'bunnyway', 'cdn77', 'stackpath', 'gcore', 'g core labs', 'edgio', 'imperva', 'incapsula', 'sucuri', 'zscaler', 'check point', 'netskope', 'forcepoint',
  'ovh', 'hetzner', 'scaleway', 'online s.a.s', 'ionos', '1&1 ionos', 'strato', 'profitbricks', 'fasthosts', 'contabo', 'leaseweb', 'netcup', 'keyweb', 'host europe', 'heart internet', 'mittwald', 'plusserver', 'velia.net', 'first colo', 'firstcolo', 'dataforest', 'combahton', 'link11', 'servinga', 'core backbone', 'myloc', 'wiit', 'vautron', 'pfcloud',
  'upcloud', 'glesys', 'obehosting', 'binero', 'akenes', 'exoscale', 'infomaniak', 'selectel', 'yandex.cloud', 'yandex cloud', 'timeweb', 'beget', 'reg.ru', 'domain names registrar reg', 'ru center', 'sprinthost', 'llc baxet', 'aeza', 'edgecenter', 'serverel', 'iot jsc',
  'packet host', 'equinix', 'latitude.sh', 'maxihost', 'phoenixnap', 'phoenix nap', 'hivelocity', 'rackspace', 'godaddy', 'unified layer', 'newfold', 'endurance', 'bluehost', 'hostgator', 'new dream network', 'dreamhost', 'liquid web', 'squarespace', 'wix.com', 'inmotion', 'network solutions llc', 'wpengine', 'automattic',
  'quadranet', 'colocrossing', 'fdcservers', 'psychz', 'sharktech', 'reliablesite', 'nocix', 'wholesale internet', 'joe\'s datacenter', 'interserver', 'gthost', 'eonix', 'b2 net', 'quickpacket', 'gorillaservers', 'limestone networks', 'hugeserver', 'secured servers', 'webnx', 'gigenet', 'ramnode', 'virmach', 'racknerd', 'dedipath', 'kamatera', 'purevoltage', 'volumedrive', 'nuclearfallout', 'egihosting', 'tierpoint', 'teraswitch', 'steadfast', 'singlehop', 'turnkey internet', 'datashack', 'ubiquity', 'nobis', 'serverstack', 'atlantic.net', 'total server solutions', 'colo4', 'sago networks', 'internap', 'switch ltd', 'cyrusone', 'digital realty', 'coresite', 'flexential', 'evocative', 'cologix', 'datapipe', 'peak 10', 'codero', 'lunavi', 'expedient',
  'krypt', 'peg tech', 'zenlayer', 'cnservers', 'cloudie', 'cloudradium', 'multacom', 'enzu', 'bgp network', 'sondercloud', 'yisu', 'ctg server', 'simcentric', 'dataplugs', 'vpsdime', 'kurun', 'lightnode', 'bandwagon', 'it7 networks', 'dmit', 'gigsgigs',
  'worldstream', 'serverius', 'nforce', 'i3d.net', 'hostkey', '3w infra', 'snel.com', 'liteserver', 'altushost', 'alsycon', 'zomro', 'ip volume', 'transip', 'tilaa', 'team blue', 'leafcloud', 'bit b.v', 'cj2', 'nl ix',
  'iomart', 'node4', 'ukfast', 'hydra communications', 'uk dedicated', 'mythic beasts', 'awareness software', '34sp.com', 'krystal hosting', 'bytemark', 'rapidswitch', 'redstation', 'coreix', 'simply transit', 'netwise', 'veloxserv', 'paragon internet', 'tsohost', '20i', 'civo',
  'gandi', 'ikoula', 'o2switch', 'ielo', 'hosteur', 'firstheberg', 'pulseheberg', 'oxeva', 'nfrance', 'planethoster', 'alwaysdata', 'clever cloud', 'outscale', 'phpnet',
  'aruba s.p.a', 'acens', 'seflow', 'register s.p.a', 'keliweb', 'cdlan', 'serverplan', 'netsons', 'vhosting', 'ergonet', 'arsys', 'dinahosting', 'raiola', 'axarnet', 'cloudi nextgen', 'almouroltec', 'ptisp', 'stackscale',
  'wedos', 'atman', 'home.pl', 'nazwa.pl', 'cyber folks', 'mevspace', 'hostmaster', 'cherry servers', 'bacloud', 'time4vps', 'interneto vizija', 'hosterion', 'alexhost', 'flokinet', '1984 ehf', 'edis gmbh', 'melbikomas', 'estnoc', 'zone media', 'superhosting', 'telepoint', 'mediatemple', 'forpsi', 'internet cz', 'casablanca int', 'rackforest', 'serverastra', 'easyname', 'nessus gmbh', 'anexia', 'eurobyte', 'vdsina', 'hostland', 'justhost', 'firstbyte', 'mchost', 'ukrainian hosting', 'steephost', 'deltahost', 'virtual systems', 'hosting ukraine', 'itl llc', 'green floid', 'hostpro', 'pq hosting', 'stark industries', 'the infrastructure group', 'trabia',
  'm247', 'datacamp', 'tzulo', 'gsl networks', 'clouvider', 'hostroyale', 'xtom', 'ipxo', 'servers.com', 'webzilla', 'hostinger', 'servers tech', 'misaka', 'ovo data', 'g servers', 'hostwinds', 'hosthatch', 'alphavps', 'spartan host', 'vivid hosting', 'zappie', 'packethub', 'host universal', 'terrahost', 'rad web', 'interconnx', 'oxylabs', 'bright data', 'netnut', 'code200', 'biterika', 'proxy', 'vpn',
  'sakura internet', 'gmo internet', 'gmo globalsign', 'idc frontier', 'kagoya', 'xserver', 'conoha', 'biznet gio', 'ctrls', 'web werks', 'leapswitch', 'netmagic', 'e2e networks', 'esds', 'yotta', 'exa bytes', 'exabytes', 'shinjiru', 'gigabit hosting', 'vietserver', 'nhanhoa', 'nhan hoa', 'bizfly', 'inet corporation', 'cmc cloud', 'long van', 'readyidc', 'bangmod', 'micron21', 'servers australia', 'synergy wholesale', 'dreamscape', 'binarylane', 'mammoth media', 'zettagrid', 'anycast holdings', 'pumo', 'kt cloud', 'gabia', 'cafe24', 'smileserv', 'ehostidc', 'kinx',
  'locaweb', 'lwsa', 'uol diveo', 'kinghost', 'hostdime', 'powerhost', 'dattatec', 'donweb', 'xneelo', 'afrihost cloud', 'host africa', 'hostafrica', 'africa on cloud', 'veganet', 'radore', 'turhost', 'natro', 'netinternet', 'aerotek', 'pars pack', 'parspack', 'arvan', 'fly.io', 'render services', 'heroku', 'netlify', 'vercel', 'koyeb', 'quality technology services', 'webair', 'atlantic metro', 'globotech', 'corespace', '23m gmbh', 'logicweb', 'cdnetworks', 'netactuate', 'volico', 'handy networks', 'masterdc', 'cleura', 'syseleven', 'solvinity', 'deft.com', 'unitedlayer', 'ntirety', 'carinet', 'intervolve', 'nodes direct', 'iland', 'ghostnet', 'advania', 'signet b.v', 'cyberfort', 'veesp', 'kyberio', 'data102', 'databank', 'runpod', 'vast.ai', 'lambda labs', 'coreweave', 'crusoe', 'nebius',
] as const

/** What a company that rents servers calls itself. Strong: nobody else does. */
const HOSTING_WORDS =
  /(?:^| )(?:\p{L}*hosting(?:\.\p{L}+)*|host(?!el|ess|ed)\p{L}{2,}|host networks|hosters?|hostings|web ?hosts?|\p{L}+hosts?(?:\.\p{L}+)?|hosts?\.\p{L}+|hoste(?:d|ur)|heberg\p{L}*|hospedage[nm]s?|hospedaje|\p{L}*vps\p{L}*|vds|\p{L}*servers?(?:\.\p{L}+)?|serv(?:ers|eurs|idores|erów)|serwer\p{L}*|dedi(?:cated)?(?:\.\p{L}+)?|bare metal|\p{L}*colo(?:cation)?|co location|data ?cent(?:er|re|ers|res|rum)|datasent\p{L}*|datacent\p{L}*|centro de datos|rechenzentrum|rechenzentren|cdn\p{L}*|content delivery)(?= |$)/u
/** Also said by firms that sell lines to homes. */
const CLOUD_WORDS = /(?:^| )(?:\p{L}*clouds?(?:\.\p{L}+)?|cloud\p{L}+|idc|data ?c|virtual\p{L}*)(?= |$)/u

const ACCESS_WORDS =
  /(?:^| )(?:\p{L}*tele(?:c|k|f|ph|v)o?[mn]?\p{L}*|telco|tel|\p{L}*broad ?band|\p{L}*band(?:a|width)? ?(?:larga|ancha)|\p{L}*cable\p{L}*|kabel\p{L}*|\p{L}*fib(?:er|re|ra|er.net|ranet)\p{L}*|fiberoptic|optic(?:al|s)?|dsl|isp|wisp|wireless|wi ?fi|provedor\p{L}*|provayder|bredband|breitband|iletisim|servicos de internet|redes e telecom|communications?|comunica\p{L}*|conex\p{L}*|conect\p{L}*|broadcast\p{L}*|satellite|satelit\p{L}*)(?= |$)/u
const MOBILE_WORDS = /(?:^| )(?:(?!auto)\p{L}*mobile|\p{L}*cellular|celular|movil(?:es)?|moviles|mobifone|gsm|lte|docomo|vodacom|safaricom|turkcell|kyivstar|wireless telecom\p{L}*)(?= |$)/u

/** Firms known for lines to homes and phones, whose names say neither. */
const ACCESS_BRANDS =
  /(?:^| )(?:vodafone|orange|telia|telenor|ooredoo|etisalat|zain|mtn|airtel|softbank|eircom|swisscom|proximus|sunrise gmbh|magenta|salt|optage|asahi net|jcom|j com|biglobe|so net|vocus|tpg|iinet|globe|smart|dito|true internet|tot public|3bb|ais|dtac|indosat|telkomsel|xl axiata|axtel|izzi|megacable|totalplay|claro|entel|movistar|tigo|vivo|oi s\.?a|brisanet|desktop|algar|unifique|rostelecom|megafon|beeline|vimpelcom|mts|er telecom|kyivstar|lifecell|ukrtelecom|volia|bezeq|hot net|cellcom|partner|turksat|ttnet|superonline|at&t|verizon|comcast|charter|cox|frontier|windstream|brightspeed|lumen|centurylink|cogeco|videotron|bell canada|rogers|telus|sasktel|eastlink|hughes|viasat|starlink|space exploration|eutelsat|inmarsat|nbn|bsnl|mtnl|reliance jio|act fibernet|excitel|hathway|you broadband|chinanet|china unicom|china tietong|cncgroup|hgc|hkbn|pccw|hinet|seednet|kbro|dlive|lg uplus|sk broadband)(?= |$)/u

/** Companies that sell VPNs, by their own names and those of their services. */
const VPN_BRANDS =
  /(?:^| )(?:\p{L}*vpn\p{L}*|mullvad|packethub|proton ag|cyberzone s\.?a|surfshark|tefincom|windscribe|torguard|ipvanish|mudhook|strong technology|golden frog|private internet access|london trust media|anchorfree|tunnelbear|perfect privacy|safing|31173 services)(?= |$)/u

const MILITARY_WORDS =
  /(?:^| )(?:dod|(?:department|dept\.?|ministry|minister\p{L}*|ministerio|ministere|ministero|ministerium) (?:of|de|da|della|des|la|der|for)(?: la| national)? ?(?:national )?(?:defen[cs]e|defensa|defesa|difesa|armees|verteidigung)|defen[cs]e (?:information|intelligence|research|logistics)\p{L}*|air force|(?:u\.?s\.? |united states |the )?army|navy|naval|marine corps|military|militar(?:y|es)?|armed forces|usaisc|bundeswehr|fuerza aerea|forca aerea|marinha|exercito|ejercito|forsvaret|forsvarsmakten|coast guard)(?= |$)/u
/** Not of the forces, in spite of the name. */
const CIVILIAN_WORDS = /(?:^| )(?:salvation army|old navy|navy federal|credit union|bank|exchange service|hospital|store)(?= |$)/u

const GOVERNMENT_WORDS =
  /(?:^| )(?:ministr\p{L}+|ministeri\p{L}+|kementerian|pemerintah|governments?|govt|gov|\p{L}*egov\p{L}*|e gov\p{L}*|governmental|gouvernement\p{L}*|gobierno|governo|gobernacion|regierung|(?:state|commonwealth|county|city|town|village|township|borough|province|government) of|(?:department|dept\.?) of|federal (?:agency|bureau|reserve|government|court|aviation|service|communications commission|office|public)|estado (?:de|do|da)|secretar(?:ia|y)(?: \p{L}+)?|municip\p{L}+|prefeitura|prefecture|alcaldia|ayuntamiento|intendencia|parliament\p{L}*|parlament\p{L}*|senate|senado|congress|congreso|camara (?:dos|de|municipal)|assembleia|asamblea|house of representatives|tribuna(?:l|is)|courts?|justica|justicia|supreme|presidenc\p{L}+|procuradoria|contraloria|police|policia|polizei|sheriff|county|city council|county council|borough council|district council|bundes(?:amt|agentur|verwaltung|ministerium|rechenzentrum|anstalt|kriminalamt|tag|netz)\p{L}*|landes(?:amt|verwaltung|betrieb)\p{L}*|informationstechnikzentrum bund|rijks\p{L}*|statens|riksdag\p{L}*|kommune|kommun|gemeente|gemeinde|stadtverwaltung|conseil departemental|conseil regional|usda|postal service|national (?:institutes?|archives|park|weather) (?:of|service|and)\p{L}*|general services (?:administration|commission)|nasa|national aeronautics|geological survey|social security administration|customs|internal revenue|treasury|tax administration|public administration|administracao publica|receita federal|uprava|urzad|magistrat|u\.?s\.? (?:senate|house|government|customs|census|courts|postal)|white house|embassy|nycenet|information resources management commission)(?= |$)/u

const EDUCATION_WORDS =
  /(?:^| )(?:\p{L}*universit\p{L}*|universid\p{L}+|universiti|uniwersyt\p{L}+|univerzit\p{L}*|univ\.?|unam|yliopisto\p{L}*|egyetem|ulikool\p{L}*|colleges?|collegium|colegio|schools?|schule|hochschule|fachhochschule|ecole|escola|escuela|skole|scuola|lyc(?:ee|eum)|gymnasium|polyte(?:ch|k)n\p{L}*|polite(?:cn|chn|hn)\p{L}*|institut[eo]? (?:of )?te(?:ch|c)nolog\p{L}*|instituto tecnologico|instituto federal|institut teknologi|academ\p{L}*|akadem\p{L}*|education\p{L}*|educa(?:tion|cao|cion|cional)|educativ\p{L}+|campus|research and education|nren|national research|research (?:organi[sz]ation|institute|council|network)|scientific and industrial research|\p{L}+ national laborator\p{L}+|student\p{L}*|board of regents|caltech|sekolah|daigaku|gakuin|gakuen)(?= |$)/u

const BUSINESS_WORDS =
  /(?:^| )(?:\p{L}*banks?|banco|banca|banque|bancorp|insurance|assurance\p{L}*|seguros|versicherung\p{L}*|hospitals?|clinic|klinik\p{L}*|health\p{L}*|medical|pharma\p{L}*|airlines?|airways|motors?|automotive|steel|engineering|consulting|law|accounting|retail|supermarkets?|holdings?|capital|securities|financial|credit union|brewery|foods?|manufactur\p{L}+|industries|industrial|mining|petroleum|newspapers?|hotels?|logistics|stock exchange)(?= |$)/u

const FIBER_TO_HOMES = /(?:^| )google fiber(?= |$)/u

const hostingBrand = new RegExp(
  `(?:^| )(?:${HOSTING_BRANDS.map((brand) => brand.replaceAll('.', '\\.')).join('|')})(?=[ .,]|$)`,
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
  if (teaches && !(governs && /(?:^| )(?:ministr|ministeri|department of|state of|dept)/u.test(name))) return 'education'
  if (governs) return 'government'
  const access = ACCESS_WORDS.test(name) || ACCESS_BRANDS.test(name)
  if (hostingBrand.test(name)) return 'hosting'
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
