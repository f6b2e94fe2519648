import 'reflect-metadata'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import * as x509 from '@peculiar/x509'
import { webcrypto } from 'node:crypto'
import fs from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { portalsFrom } from './serve-portals-config.js'
import { servePortal, type ServedPortal } from './serve-portal.js'

x509.cryptoProvider.set(webcrypto)
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const day = 86_400_000

interface Authority {
  readonly pem: string
  /** A server whose certificate it has signed for these names. */
  serve(...names: string[]): Promise<string>
}

const open: { close: () => unknown }[] = []
let root: string
let inside: Authority
let outside: Authority

async function makeAuthority(name: string): Promise<Authority> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const [notBefore, notAfter] = [new Date(Date.now() - day), new Date(Date.now() + day)]
  const own = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`, notBefore, notAfter, keys, signingAlgorithm: algorithm, extensions: [new x509.BasicConstraintsExtension(true, 0, true)],
  })
  return {
    pem: own.toString('pem'),
    serve: async (...names) => {
      const pair = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
      const certificate = await x509.X509CertificateGenerator.create({
        subject: `CN=${names[0]}`, issuer: own.subject, notBefore, notAfter, publicKey: pair.publicKey, signingKey: keys.privateKey, signingAlgorithm: algorithm,
        extensions: [new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: 'dns', value })))],
      })
      const key = x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', pair.privateKey), 'PRIVATE KEY')
      const server: Server = createServer({ cert: certificate.toString('pem'), key }, (asked, response) => response.end(JSON.stringify({ portal: asked.headers['x-icp-portal'] })))
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      open.push({ close: () => server.close() })
      return `https://localhost:${(server.address() as AddressInfo).port}`
    },
  }
}

async function portalBefore(api: string, apiAuthority?: string): Promise<ServedPortal> {
  const portal = await servePortal({ root, port: 0, api, apiAuthority, portal: 'owner' })
  open.push(portal)
  return portal
}

const statusThrough = async (portal: ServedPortal) => (await fetch(`${portal.url}/api/site`)).status

beforeAll(async () => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'icp-portal-'))
  fs.writeFileSync(path.join(root, 'index.html'), '<!doctype html><html><head><title>备案</title></head><body></body></html>')
  inside = await makeAuthority('inside')
  outside = await makeAuthority('outside')
  fs.writeFileSync(path.join(root, 'inside.crt'), inside.pem)
})

afterAll(async () => {
  for (const one of open.toReversed()) await one.close()
  fs.rmSync(root, { recursive: true })
})

test('an API that shows a certificate of the given authority for its own name is asked by TLS', async () => {
  const portal = await portalBefore(await inside.serve('localhost'), inside.pem)
  const answer = await fetch(`${portal.url}/api/site`)
  expect([answer.status, await answer.json()]).toEqual([200, { portal: 'owner' }])
})

test('a certificate of another authority, of none that the system trusts, or for another host leads nowhere', async () => {
  expect(await statusThrough(await portalBefore(await outside.serve('localhost'), inside.pem))).toBe(503)
  expect(await statusThrough(await portalBefore(await inside.serve('localhost')))).toBe(503)
  expect(await statusThrough(await portalBefore(await inside.serve('api.internal'), inside.pem))).toBe(503)
})

test('the authority comes from a file, which must be there and needs an https address beside it', () => {
  const file = path.join(root, 'inside.crt')
  expect(portalsFrom({ API_URL: 'https://api.internal:3000', API_CA_FILE: file }).map(({ apiAuthority }) => apiAuthority)).toEqual([inside.pem, inside.pem, inside.pem])
  expect(portalsFrom({ API_URL: 'https://api.internal:3000' })[0]?.apiAuthority).toBeUndefined()
  expect(() => portalsFrom({ API_URL: 'http://api.internal:3000', API_CA_FILE: file })).toThrow('API_URL must be an https address')
  expect(() => portalsFrom({ API_URL: 'https://api.internal:3000', API_CA_FILE: `${file}.gone` })).toThrow('is missing or cannot be read')
})
