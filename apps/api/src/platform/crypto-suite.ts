import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

export const SUITE = Symbol('crypto suite')

export type SuiteName = 'aes' | 'sm'

/** A way to seal and to fingerprint. Every one opens what it sealed, whichever is configured now: the value says which it was. */
interface CryptoSuite {
  /** First part of what it seals. */
  readonly form: string
  /** Initialisation vector, ciphertext and tag. `bound` is authenticated with it. */
  readonly seal: (key: Buffer, bound: Buffer, text: string) => Buffer
  /** Throws when a byte of value or binding was changed. */
  readonly open: (key: Buffer, bound: Buffer, sealed: Buffer) => string
  readonly fingerprint: (key: Buffer, text: string) => string
}

const gcm = { iv: 12, tag: 16 }

/** AES-256-GCM; HMAC-SHA-256. */
const aes: CryptoSuite = {
  form: '1',
  seal: (key, bound, text) => {
    const iv = randomBytes(gcm.iv)
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(bound)
    return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  },
  open: (key, bound, sealed) => {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, gcm.iv), { authTagLength: gcm.tag })
    decipher.setAAD(bound).setAuthTag(sealed.subarray(-gcm.tag))
    return Buffer.concat([decipher.update(sealed.subarray(gcm.iv, -gcm.tag)), decipher.final()]).toString('utf8')
  },
  fingerprint: (key, text) => createHmac('sha256', key).update(text).digest('base64url'),
}

const ctr = { iv: 16, tag: 32 }

/** One stored key serves both suites; what SM4 and SM3 use of it is derived, so that no key does two works. */
const derived = new WeakMap<Buffer, { readonly cipher: Buffer; readonly mac: Buffer }>()
const derive = (key: Buffer) => {
  const known = derived.get(key)
  if (known) return known
  const part = (use: string, length: number) => Buffer.from(hkdfSync('sm3', key, Buffer.alloc(0), use, length))
  const made = { cipher: part('sm4-ctr', 16), mac: part('hmac-sm3', 32) }
  derived.set(key, made)
  return made
}

/** The binding's length goes first, so that no byte can pass from the binding to the ciphertext. */
const tagOf = (mac: Buffer, bound: Buffer, body: Buffer) => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bound.length)
  return createHmac('sm3', mac).update(length).update(bound).update(body).digest()
}

/** SM4-CTR and then HMAC-SM3 over binding, vector and ciphertext (GB/T 32907, GB/T 32905): OpenSSL in Node has no SM4-GCM. */
const sm: CryptoSuite = {
  form: '2',
  seal: (key, bound, text) => {
    const { cipher, mac } = derive(key)
    const iv = randomBytes(ctr.iv)
    const stream = createCipheriv('sm4-ctr', cipher, iv)
    const body = Buffer.concat([iv, stream.update(text, 'utf8'), stream.final()])
    return Buffer.concat([body, tagOf(mac, bound, body)])
  },
  open: (key, bound, sealed) => {
    const { cipher, mac } = derive(key)
    const [body, tag] = [sealed.subarray(0, -ctr.tag), sealed.subarray(-ctr.tag)]
    if (sealed.length < ctr.iv + ctr.tag || !timingSafeEqual(tagOf(mac, bound, body), tag)) throw new Error('unable to authenticate data')
    const stream = createDecipheriv('sm4-ctr', cipher, body.subarray(0, ctr.iv))
    return Buffer.concat([stream.update(body.subarray(ctr.iv)), stream.final()]).toString('utf8')
  },
  fingerprint: (key, text) => createHmac('sm3', derive(key).mac).update(text).digest('base64url'),
}

export const suites: Readonly<Record<SuiteName, CryptoSuite>> = { aes, sm }

export const suiteOfForm = (form: string | undefined): CryptoSuite | undefined => Object.values(suites).find((suite) => suite.form === form)
