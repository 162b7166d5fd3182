import type { UserAgentTokens } from './user-agent-tokens.js'

/**
 * Marks of a device or an app made for people that no library writes: phone profiles (MIDP, CLDC), carrier gateways,
 * television profiles, phone operating systems, app runtimes. Source: the profiles' specifications (JSR 118, 139;
 * WAP UAProf; HbbTV) and makers' user agents.
 */
const DEVICE_MARK = new RegExp(
  [
    // phone profiles, carriers' gateways, handset browsers
    String.raw`midp-?\d|cldc-?\d|\bfoma\b|\bj2me|up\.browser|up\.link|au\.browser|ubrowser|jig browser|xiino|netfront|nf-?browser|obigo|teleca|openwave|polaris|jasmine|dolfin|wap-?browser|wap ?[12]\.|\bmaui\b|\bmre[/\\]|nucleus|threadx|smm-mms|mms\/`,
    // televisions, set-top boxes, players, consoles
    String.raw`hbbtv|ce-html|nettv|smart-?tv|hybridcast|kreatv|googletv|google ?earth|brightsign|\broku|airplay|sonos|applecoremedia|appletv|dreamcast|qtwebkit\/[\d.]+; \(|sharp-aquos|dlnadoc|stagefright|exoplayer|^microsoft office|^outlook|com\.apple\.|nintendo|playstation|xbox|\bpsp\b`,
    // phone and pad systems
    String.raw`symbian|series ?[34689]0|\bs40|bada\/|blackberry|\bbb10\b|playbook|rim957|cellphone;|portalmmm|ppc-\d|pocket internet|screen-\d+x|pkgname=|\/msm\d{4}\/|kaios|\bkai\/|tizen|web0s|\bwebos|hpwos|palmos|palmsource|elaine\/|windows (?:ce|phone|mobile)|iemobile|maemo|meego|\bbrew[/ -]`,
    String.raw`android[ /:(-]*\d|\bandroid com\.|android os\b|android mail|android sdk|androidapp|android application|\badr \d|\bi(?:phone|pad|pod)\d*|\bios[ /]?\d|watch ?os|watch\d,\d|tvos|iphone ?os|ipados|cfnetwork\/|\bdarwin\/`,
    // app runtimes and apps that name nothing else
    String.raw`dalvik\/|mozacfetch|instagram \d|ucweb|ucbrowser|opera mini|opera mobi|vodafone|^softbank|^docomo\/|^kddi|^j-phone|^l-mode|semulator`,
    // makers, where they stand as a word or open the text
    String.raw`\b(?:nokia|sonyericsson|samsung|motorola|huawei|lenovo|alcatel|siemens|micromax|karbonn|spreadtrum|sprd|mediatek|panasonic|philips|pantech|sanyo|toshiba|kyocera|oneplus|xiaomi|realme|gionee|tecno|itel|infinix|nexian|hisense|archos|kindle|nook|lumia|padfone|htc|lava|asus|zte|oppo|vivo|amoi|haier)`,
    String.raw`^(?:mot-|sec-|sgh-|sph-|gt-|shv-|kwc-|sie-|bird|sharp|palm|sagem|dell|tcl|acer|hp|sony|lg[a-z]{0,3}[-/ ]?\d|lge?[-/ ])|[ (;/](?:lge? |lg-|sony\/)`,
  ].join('|'),
  'i',
)

/** Software that people look at pages with and that names itself without `Mozilla/`. */
const OLD_BROWSER =
  /^(?:opera\/\d|lynx\/|e?links[ (/]|w3m\/|dillo\/|netsurf\/|amaya\/|ncsa_mosaic|ibrowse\/|mosaic|vms_mosaic|konqueror|deepnet|nokia|emacs-w3|midori|omniweb|uzbl|bonecho|minefield|icecat|bonjour|googleearth|firefox |brave |chrome[/ ]\d|safari[/ ]\d|[\w. -]{2,30}browser\b|retawq|cellobrowser|netscape|msie|microsoft internet explorer)/i

/** Browsers of the nineties: no engine named, a platform or an encryption letter in the comment. */
const OLD_MOZILLA =
  /^mozilla\/[1-4]\.[\w.]+ ?(?:\[[a-z-]+\] ?)?(?:[\w-]+ )?\((?:x11|win|mac|charon|compatible; ?(?:msie \d|netpositive|icab|opera|dillo))/i

const ENGINE =
  /\b(?:applewebkit|gecko|clecko|treco|khtml|trident\/|presto\/|msie \d|edge\/|goanna|servo|ladybird|libweb|blink|webpositive|netpositive|icab|ibrowse|konqueror|galeon|netfront|omniweb)/i

/** True when a user agent has the shape of a phone's, a television's or an app's. */
export function looksLikeDevice(tokens: UserAgentTokens): boolean {
  return DEVICE_MARK.test(tokens.text)
}

/** True when a user agent has the shape of a browser from before engines were named, or of one that never names any. */
export function looksLikeOldBrowser(tokens: UserAgentTokens): boolean {
  return OLD_BROWSER.test(tokens.text) || OLD_MOZILLA.test(tokens.text)
}

/** True when a user agent has the shape of a web browser: `Mozilla/` with an engine. */
export function looksLikeBrowser(tokens: UserAgentTokens): boolean {
  return tokens.first === 'mozilla' && ENGINE.test(tokens.text)
}
