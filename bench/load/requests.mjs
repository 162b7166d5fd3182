// The same people send the same requests to every app. Two share an address, each has one browser.

export const PEOPLE = 5000
/** Current releases on what desktops run. */
const MAJORS = [149, 150, 151, 152]
const SYSTEMS = [
  ['Windows NT 10.0; Win64; x64', 'Windows'],
  ['Macintosh; Intel Mac OS X 10_15_7', 'macOS'],
  ['X11; Linux x86_64', 'Linux'],
]

/** One request as it goes over the wire. `cookie` is the person's device cookie, or undefined before it has one. */
export function toRequest(kind, person, cookie) {
  return kind === 'get' ? touchRequest(person) : loginRequest(personOf(person), cookie)
}

/** A login of somebody never seen: address, user, browser and device are all new. */
export function toColdRequest(n) {
  return loginRequest({
    ip: `92.${64 + ((n >> 16) & 63)}.${(n >> 8) & 255}.${n & 255}`,
    email: `newcomer${n}@post.example`,
    browser: browser(n, `${(n * 7) % 9000}.${(n * 13) % 250}`),
  })
}

function personOf(n) {
  const home = n >> 1
  return {
    ip: `81.${2 + (home >> 16)}.${(home >> 8) & 255}.${home & 255}`,
    email: `person${n}@mail.example`,
    browser: browser(n, '0.0'),
  }
}

function browser(n, build) {
  const major = MAJORS[n % MAJORS.length]
  const [system, platform] = SYSTEMS[n % SYSTEMS.length]
  const agent = `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.${build} Safari/537.36`
  return { major, platform, agent }
}

/** What the store alone needs: who, where, on what. */
function touchRequest(person) {
  const { ip, browser } = personOf(person)
  const lines = ['GET / HTTP/1.1', 'Host: shop.example', `X-Forwarded-For: ${ip}`, `X-User: person${person}`]
  return Buffer.from(
    [...lines, `X-Device: device${person}`, `User-Agent: ${browser.agent}`, 'Accept: */*', '', ''].join('\r\n'),
    'latin1',
  )
}

function loginRequest({ ip, email, browser: { major, platform, agent } }, cookie) {
  const body = JSON.stringify({ email, password: 'not looked at' })
  const lines = [
    'POST /login HTTP/1.1',
    'Host: shop.example',
    'Connection: keep-alive',
    `Content-Length: ${body.length}`,
    `sec-ch-ua: "Chromium";v="${major}", "Google Chrome";v="${major}", "Not/A)Brand";v="24"`,
    'sec-ch-ua-mobile: ?0',
    `sec-ch-ua-platform: "${platform}"`,
    `User-Agent: ${agent}`,
    'Content-Type: application/json',
    'Accept: */*',
    'Origin: https://shop.example',
    'Sec-Fetch-Site: same-origin',
    'Sec-Fetch-Mode: cors',
    'Sec-Fetch-Dest: empty',
    'Referer: https://shop.example/login',
    'Accept-Encoding: gzip, deflate, br, zstd',
    'Accept-Language: en-GB,en;q=0.9',
    ...(cookie === undefined ? [] : [`Cookie: theme=dark; ${cookie}`]),
    `X-Forwarded-For: ${ip}`,
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`, 'latin1')
}
