import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fs from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { servePortal, type ServedPortal } from './serve-portal.js'

const script = `console.log('${'备案'.repeat(2000)}')`
let root: string
let api: Server
let apiOrigin: string
let portal: ServedPortal

beforeAll(async () => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'icp-portal-'))
  fs.mkdirSync(path.join(root, 'assets'))
  fs.mkdirSync(path.join(root, '.git'))
  for (const hidden of ['.git/config', '.env']) fs.writeFileSync(path.join(root, hidden), '[core]')
  fs.writeFileSync(path.join(root, 'index.html'), '<!doctype html><html><head><title>备案</title></head><body></body></html>')
  fs.writeFileSync(path.join(root, 'assets/index-a1b2c3.js'), script)
  fs.writeFileSync(path.join(root, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  api = createServer((asked, response) => {
    const chunks: Buffer[] = []
    asked.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      response.setHeader('content-type', 'application/json').setHeader('content-security-policy', "default-src 'none'")
      response.setHeader('set-cookie', ['a=1', 'b=2'])
      response.statusCode = asked.method === 'POST' ? 201 : 200
      response.end(JSON.stringify({ url: asked.url, headers: asked.headers, body: Buffer.concat(chunks).toString() }))
    })
  })
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve))
  apiOrigin = `http://127.0.0.1:${(api.address() as AddressInfo).port}`
  portal = await servePortal({ root, port: 0, api: apiOrigin, portal: 'owner' })
})

afterAll(async () => {
  await portal.close()
  api.close()
  fs.rmSync(root, { recursive: true })
})

type Echo = { url: string; headers: Record<string, string>; body: string }
const get = (url: string, headers: Record<string, string> = {}) => fetch(portal.url + url, { headers })
const page = { accept: 'text/html,*/*' }

test('any address that a person may open answers with the page, not kept by the browser', async () => {
  for (const address of ['/', '/index.html', '/filings/7', '/lookup/example.cn']) {
    const answer = await get(address, page)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(await answer.text()).toContain('<title>备案</title>')
  }
})

test('a program without a word about languages or encodings gets the page too', async () => {
  const { status } = await new Promise<{ status: number | undefined }>((resolve) =>
    request(`${portal.url}/`, (answer) => resolve({ status: answer.resume().statusCode })).end(),
  )
  expect(status).toBe(200)
})

test('each page carries a nonce of its own, the one that its policy allows for styles', async () => {
  const seen = await Promise.all(
    [1, 2].map(async () => {
      const answer = await get('/', page)
      const nonce = /<meta name="csp-nonce" content="([0-9a-f]{32})">/.exec(await answer.text())?.[1]
      expect(answer.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`)
      return nonce
    }),
  )
  expect(seen[0]).not.toBe(seen[1])
})

test('the policy allows no inline script, no framing, no plug-in, and blobs only for workers and pictures', async () => {
  const { headers } = await get('/', page)
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).not.toContain('unsafe')
  for (const part of [
    "default-src 'self'", "worker-src 'self' blob:", "img-src 'self' data: blob:", "object-src 'none'", "frame-src 'none'", "frame-ancestors 'none'", "base-uri 'none'",
  ]) expect(policy.split(';')).toContain(part)
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('permissions-policy')).toContain('camera=()')
  expect(headers.get('x-powered-by')).toBeNull()
})

test('every answer of the portal, whatever the address and the method, carries the strict headers and opens nothing to other origins', async () => {
  for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    for (const address of ['/', '/filing/entry', '/assets/index-a1b2c3.js', '/assets/gone.js', '/favicon.svg', '/..%2f..%2fetc/passwd']) {
      const { headers } = await fetch(portal.url + address, { method, headers: { origin: 'https://evil.example', accept: 'text/html' } })
      const policy = headers.get('content-security-policy') ?? ''
      for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'", "script-src-attr 'none'"]) expect([method, address, policy.split(';').includes(part)]).toEqual([method, address, true])
      expect([method, address, headers.get('x-content-type-options'), headers.get('x-frame-options'), headers.get('referrer-policy')]).toEqual([method, address, 'nosniff', 'DENY', 'no-referrer'])
      expect([...headers.keys()].filter((name) => /^(?:access-control-|server$|x-powered-by)/.test(name))).toEqual([])
    }
  }
})

test('a hashed file is kept for a year and sent compressed, brotli first', async () => {
  for (const [asked, sent] of [['br, gzip', 'br'], ['gzip', 'gzip'], ['identity', null]] as const) {
    const answer = await get('/assets/index-a1b2c3.js', { 'accept-encoding': asked })
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('content-encoding')).toBe(sent)
    expect(answer.headers.get('content-type')).toContain('javascript')
    expect(await answer.text()).toBe(script)
  }
  expect((await get('/favicon.svg')).headers.get('cache-control')).toBe('no-cache')
})

test('a folder, and a file that begins with a dot, are an address like any other: the page answers, and says nothing of files', async () => {
  for (const address of ['/.git/config', '/.git/', '/.env', '/assets/', '/assets']) {
    const text = await (await get(address)).text()
    expect([address, text.includes('[core]'), text.includes('index-a1b2c3')]).toEqual([address, false, false])
  }
})

test('a missing file, and anything but reading, is a 404 and never the page', async () => {
  for (const address of ['/assets/gone-1.js', '/gone.png', '/assets/../../package.json', '/assets/index-a1b2c3.js.br']) {
    expect((await get(address)).status).toBe(404)
  }
  expect((await get('/assets/gone-1.js', page)).status).toBe(404)
  expect((await fetch(`${portal.url}/filings`, { method: 'POST', headers: page })).status).toBe(404)
})

test('the API is told the portal and the client, whatever the client claims', async () => {
  const answer = await fetch(`${portal.url}/api/filings?page=2`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-icp-portal': 'administration', 'x-forwarded-for': '1.2.3.4', forwarded: 'for=1.2.3.4', cookie: 'sid=7' },
    body: '{"name":"备案"}',
  })
  expect(answer.status).toBe(201)
  const { url, headers, body } = (await answer.json()) as Echo
  expect(url).toBe('/api/filings?page=2')
  expect(body).toBe('{"name":"备案"}')
  expect(headers).toMatchObject({ 'x-icp-portal': 'owner', 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http', cookie: 'sid=7' })
  expect(headers['x-forwarded-host']).toBe(new URL(portal.url).host)
  expect(headers.forwarded).toBeUndefined()
})

test('answers of the API keep their own policy and all their cookies', async () => {
  const { headers } = await get('/api/session')
  expect(headers.get('content-security-policy')).toBe("default-src 'none'")
  expect(headers.getSetCookie()).toEqual(['a=1', 'b=2'])
})

test('while the API is away a request is answered 503 with a problem that names no inner address', async () => {
  const orphan = await servePortal({ root, port: 0, api: 'http://127.0.0.1:9', portal: 'provider' })
  const answer = await fetch(`${orphan.url}/api/session`)
  expect(answer.status).toBe(503)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  expect(await answer.json()).toMatchObject({ status: 503, code: 'api-unavailable' })
  await orphan.close()
})

test('behind our own proxy the client is the one that the proxy names', async () => {
  const behind = await servePortal({ root, port: 0, api: apiOrigin, portal: 'administration', behindProxy: true })
  const answer = await fetch(`${behind.url}/api/session`, { headers: { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' } })
  const { headers } = (await answer.json()) as Echo
  expect(headers).toMatchObject({ 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https', 'x-icp-portal': 'administration' })
  await behind.close()
})

test('strict transport for a year, subdomains included, is promised on every answer of a portal that is reached by https, and on none by http', async () => {
  const behind = await servePortal({ root, port: 0, api: apiOrigin, portal: 'owner', behindProxy: true })
  const promised = async (url: string, headers: Record<string, string>) => (await fetch(`${behind.url}${url}`, { headers })).headers.get('strict-transport-security')
  for (const url of ['/', '/assets/index-a1b2c3.js', '/favicon.svg', '/assets/gone.js', '/api/session']) {
    expect([url, await promised(url, { ...page, 'x-forwarded-proto': 'https' })]).toEqual([url, 'max-age=31536000; includeSubDomains'])
    expect([url, await promised(url, page)]).toEqual([url, null])
  }
  await behind.close()
})

test('a taken port and a portal that is not built are said in one sentence', async () => {
  const port = Number(new URL(portal.url).port)
  await expect(servePortal({ root, port, api: apiOrigin, portal: 'owner' })).rejects.toThrow(`Port ${port} is in use.`)
  await expect(servePortal({ root: path.join(root, 'none'), port: 0, api: apiOrigin, portal: 'owner' })).rejects.toThrow('There is no built portal')
})
