import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

const KEY_BYTES = 32
const SALT_BYTES = 16
/** scrypt's N, memory is 128·8·N bytes. A shop with real customers takes 2^17; 2^12 lets the demo's hundreds of logins pass in seconds. */
const COST = 2 ** 12

/** `cost$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const key = await derive(password, salt, COST)
  return `${COST}$${salt.toString('base64url')}$${key.toString('base64url')}`
}

/** Without a stored hash it takes as long and says no: whether an account exists is not told by time. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [cost = '', salt = '', hash = ''] = (stored ?? NOBODY).split('$')
  const key = await derive(password, Buffer.from(salt, 'base64url'), Number(cost))
  const expected = Buffer.from(hash, 'base64url')
  return expected.length === key.length && timingSafeEqual(expected, key) && stored !== null
}

const NOBODY = `${COST}$${'A'.repeat(22)}$${'A'.repeat(43)}`

function derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  const options: ScryptOptions = { N: cost, r: 8, p: 1 }
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
