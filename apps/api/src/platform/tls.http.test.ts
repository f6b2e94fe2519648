import { afterAll, beforeAll, expect, test } from '@jest/globals'
import * as x509 from '@peculiar/x509'
import { webcrypto } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { startTestApp, type TestApp } from '../testing/app.js'
import { Config } from './config.js'
import { readTls } from './tls.js'

const folder = path.join(process.env.ICP_TEST_FOLDER as string, `tls-${webcrypto.randomUUID()}`)
const [certificate, key, otherKey] = ['api.crt', 'api.key', 'other.key'].map((name) => path.join(folder, name)) as [string, string, string]
let api: TestApp
let port: number

beforeAll(async () => {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
  fs.mkdirSync(folder, { recursive: true })
  for (const file of [otherKey, key]) {
    const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
    const own = await x509.X509CertificateGenerator.createSelfSigned({
      name: 'CN=localhost', notBefore: new Date(Date.now() - 86_400_000), notAfter: new Date(Date.now() + 86_400_000), keys, signingAlgorithm: algorithm,
      extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: 'localhost' }])],
    })
    fs.writeFileSync(file, x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY'))
    fs.writeFileSync(certificate, own.toString('pem'))
  }
  api = await startTestApp({ env: { TLS_CERTIFICATE_FILE: certificate, TLS_KEY_FILE: key } })
  await api.app.listen(0, '127.0.0.1')
  port = (api.app.getHttpServer().address() as AddressInfo).port
})
afterAll(async () => {
  await api.close()
  fs.rmSync(folder, { recursive: true })
})

/** The status, or the code of what went wrong on the way. */
const ask = (way: typeof http | typeof https, options: https.RequestOptions = {}) => new Promise<number | string | undefined>((resolve) => {
  const request = way.request({ host: 'localhost', family: 4, port, path: '/api/site', agent: false, ...options } as https.RequestOptions, (answer) => resolve(answer.resume().statusCode))
  request.on('error', (error: NodeJS.ErrnoException) => resolve(error.code)).end()
})

test('with a certificate the API speaks TLS and nothing in clear', async () => {
  const ca = fs.readFileSync(certificate)
  expect(await ask(https, { ca })).toBe(200)
  expect(await ask(https, { ca, maxVersion: 'TLSv1.2' })).toBe(200)
  expect(await ask(https)).toBe('DEPTH_ZERO_SELF_SIGNED_CERT')
  expect(await ask(https, { ca, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' })).not.toBe(200)
  expect(await ask(http)).not.toBe(200)
})

test('a file that is missing, and a key of another certificate, end the start with one sentence', () => {
  expect(() => readTls({ certificate, key: otherKey })).toThrow('must be a certificate and its own key')
  expect(() => readTls({ certificate: `${certificate}.gone`, key })).toThrow('is missing or cannot be read')
  expect(() => Config.from({ DATABASE_URL: 'postgres://u:p@localhost:5432/x', TLS_KEY_FILE: key })).toThrow('TLS_CERTIFICATE_FILE is missing: TLS_KEY_FILE needs it')
})
