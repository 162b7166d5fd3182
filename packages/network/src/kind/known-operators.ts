/**
 * Operators whose kind of network is public knowledge and whose registered name doesn't tell it, or tells the wrong thing.
 * By autonomous system number, grouped by operator. Brands ({@link kindByName}) and words decide for all others.
 */
type Operators = readonly (readonly [operator: string, asns: string])[]

const hosting: Operators = [
  ['Amazon', '16509 14618 8987 7224 9059 55960 135629'],
  [
    'Google (its lines to homes are another network)',
    '15169 396982 19527 36040 36384 36385 36492 43515 139070 139190 394507',
  ],
  ['Microsoft', '8075 8068 8069 8070 12076 3598 45139 58862'],
  ['Tencent, Volcengine, JD', '45090 132203 137718 137753 131486'],
  ['NAVER Cloud, NHN', '23576 45974'],
  ['China Telecom and NTT data centres', '17439'],
  ['31173 Services, GleSYS, Webhuset, Blix', '39351 42708 39783 50304'],
  ['Nine, cyon, Private Layer, METANET', '29691 47302 51852 21069'],
  ['The Infrastructure Group, Signet, Amarutu, aurologic', '60404 20857 206264 30823'],
  ['Internap, Aptum, Performive, Infolink, Enzu, Ntirety', '32475 13768 46562 15083 18978 20021'],
  ['FranTech, VolumeDrive, Input Output Flood, MULTACOM', '53667 46664 53755 35916'],
  ['Lessors of addresses', '834 17561 44486 34927'],
  ['X4B, Path, Voxility: filters in front of hosts', '136165 396998 3223'],
]

/** Companies whose networks carry little besides the exits of their own VPN services. */
const vpn: Operators = [
  ['Mullvad', '216025'],
  ['Proton', '62371 208172 199218 209103'],
  ['PacketHub (Nord)', '136787 147049 207137 141039'],
  ['Cyberzone (Surfshark)', '209854'],
]

/** Data centres from which VPN services rent most of their exits: of the people who come from there, nearly all come through one. */
const vpnCarriers: Operators = [
  ['M247', '9009 16247'],
  ['Datacamp', '60068 212238'],
  ["31173 Services (all of Mullvad's own)", '39351'],
  ['tzulo, GSL, xTom, Host Universal, Clouvider, F.N.S.', '11878 137409 9312 3214 136557 62240 206092'],
]

const military: Operators = [
  ['United States Department of Defense', '56 149 306 359 721 722 749 5972 27064 27065 27066 747'],
  ['UK Ministry of Defence', '203665'],
]

const government: Operators = [
  ['United States Senate', '3495'],
  ['New York City', '3065'],
  ['China eGovNet', '37937'],
]

/** National research and education networks. */
const education: Operators = [
  [
    'Europe',
    '680 786 1103 1128 1653 1741 1835 2200 2603 2607 2614 2847 2852 766 1930 1955 5408 8501 9112 2108 224 137 559 1213 20965 2611 8517 12816',
  ],
  ['America', '11537 11164 2153 18592 27750 1916 6509 81 237 271 376 600 2381'],
  ['Asia, Africa, Pacific', '378 2500 4538 1659 2907 7575 38022 2018 9270 1237 17579'],
]

/** Networks of phones. */
const mobile: Operators = [
  ['North America', '21928 22394 6167 20057'],
  ['Europe', '25135 206067 24608 16232 31213 31208 16345 12958 15378 21497'],
  [
    'Asia and the Pacific',
    '9644 45609 55836 38266 45271 55644 9605 131445 133481 45143 23693 17885 24203 4761 10030 4818 38466 132199 10139 45669 24389 24432 9808 56040 56041 56042 56044 56046 56047 56048 24400 24444 24445',
  ],
  [
    'Africa, the Gulf, Turkey',
    '29975 16637 36935 37069 29465 37075 36873 37148 36994 33771 37061 15897 16135 20978 42961',
  ],
  ['Latin America', '26615 22085 28403 26611 27831'],
]

/** Homes' lines, whose operators' names speak of other things too. */
const isp: Operators = [
  [
    'North America',
    '7922 7018 701 209 20115 22773 5650 7029 6128 6079 30036 11492 13977 577 812 6327 852 5769 5645 855 16591',
  ],
  [
    'Europe',
    '3320 3209 6805 8881 6830 3215 12322 15557 5410 2856 5089 5607 13285 3269 1267 12874 30722 3352 12479 12430 1136 33915 50266 1257 3301 2119 29695 3292 9158 1759 16086 6848 5432 3303 6855 8447 8412 5617 12741 29314 21021 5610 5588 8708 9050 8866 6799 1241 9121 47331 34984 12389 8402 12714 42610 25490 3216 8359 41733 25513 6697 15895 6849 13188',
  ],
  [
    'Asia and the Pacific',
    '2516 17676 4713 2527 2518 9824 4766 9318 3786 17858 4134 4837 4808 4812 9394 17622 4847 3462 4780 9924 9269 4760 9304 4788 4804 1221 7545 4739 7474 4771 9500 7552 45899 18403 7643 24560 9829 17488 24309 9498 17813 17557 9541 45595 7713 9299 4775 10036 38121',
  ],
  [
    'Africa and the Middle East',
    '5384 15802 8966 25019 35753 39891 8452 24863 36992 36947 6713 37457 3741 10474 5713 8697 42003 37611',
  ],
  [
    'Latin America',
    '28573 18881 27699 26599 8167 4230 7738 8151 17072 28548 13999 22927 7303 22047 7418 6471 27651 10620 3816 19429 13489 6147 12252 27947 6306 8048 6400',
  ],
]

/** Carriers of carriers, and companies with networks of their own: offices are on them, homes are not. */
const business: Operators = [
  [
    'Transit and lines for companies',
    '174 3257 6461 1299 2914 3356 3549 6453 6762 6939 5511 3491 4637 9002 1273 12956 3561 2828 702 703 8220 5400',
  ],
  ['Companies', '714 6185 521 31399 32934 13414 14413 2906 40027 36459 14340 19679 26415 46489'],
]

/**
 * Content networks that also carry the exits of privacy relays; only a relay list can tell those from the rest, so without
 * one nothing is said of them.
 */
export const relayCarriers: ReadonlySet<number> = new Set([13335, 36183, 54113, 20940])

/** Clouds that bought whole old blocks of companies and agencies, and put them in service over years. */
export const blockBuyers: ReadonlySet<number> = new Set([16509, 14618, 15169, 396982, 8075])

export type OperatorKind =
  | 'hosting'
  | 'vpn'
  | 'vpn_carrier'
  | 'military'
  | 'government'
  | 'education'
  | 'mobile'
  | 'isp'
  | 'business'

const groups: readonly (readonly [OperatorKind, Operators])[] = [
  ['business', business],
  ['hosting', hosting],
  ['education', education],
  ['government', government],
  ['military', military],
  ['isp', isp],
  ['mobile', mobile],
  ['vpn_carrier', vpnCarriers],
  ['vpn', vpn],
]

/** By ASN. Where an operator stands in two groups, the later and narrower one counts. */
export const knownOperators: ReadonlyMap<number, OperatorKind> = new Map(
  groups.flatMap(([kind, operators]) =>
    operators.flatMap(([, asns]) => asns.split(' ').map((asn): [number, OperatorKind] => [Number(asn), kind])),
  ),
)
