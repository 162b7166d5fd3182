// Events for the engine without any framework: people who log in, each from an address and a browser of their own.

const RAW = (major) => [
  'Host',
  'shop.example',
  'User-Agent',
  `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`,
  'Accept',
  '*/*',
  'Accept-Encoding',
  'gzip, deflate, br, zstd',
  'Accept-Language',
  'en-GB,en;q=0.9',
  'Content-Type',
  'application/json',
  'Content-Length',
  '58',
  'Origin',
  'https://shop.example',
  'Referer',
  'https://shop.example/login',
  'Sec-Fetch-Dest',
  'empty',
  'Sec-Fetch-Mode',
  'cors',
  'Sec-Fetch-Site',
  'same-origin',
  'sec-ch-ua',
  `"Chromium";v="${major}", "Google Chrome";v="${major}", "Not/A)Brand";v="24"`,
  'sec-ch-ua-mobile',
  '?0',
  'sec-ch-ua-platform',
  '"Windows"',
]
const HEADERS = Array.from({ length: 24 }, (_, n) => RAW(149 + (n % 4)))

export function toInput(person, action = 'login', at = null) {
  return {
    action,
    at,
    ip: `${80 + (person >>> 24)}.${(person >>> 16) & 255}.${(person >>> 8) & 255}.${person & 255}`,
    method: 'POST',
    host: 'shop.example',
    path: `/${action}`,
    headers: HEADERS[person % HEADERS.length],
    user: { claimed: `person${person}@mail.example` },
    device_id: `device-${person}`,
    payment:
      action === 'checkout'
        ? { payee: `shop${person % 50}`, instrument: `card${person}`, amount: 20, currency: 'EUR' }
        : null,
  }
}
