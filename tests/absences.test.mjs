// What cannot go wrong because it is not there: docs/asvs.md names these tests. Each rule is tried on a line that breaks it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { code, files, findLines, read } from './sources.mjs'

const isTest = (file) => /\.test\.tsx?$|\/(?:testing|drills|demo)\//.test(file)
const api = code.filter((file) => file.startsWith('apps/api/src/') && !isTest(file))
const servers = [...api, ...code.filter((file) => file.startsWith('packages/portal-server/src/') && !isTest(file))]
const pages = code.filter((file) => /^(?:apps\/(?!api)[\w-]+|packages\/(?:app-shell|client|ui|filing-[\w-]+))\/src\//.test(file) && !isTest(file))
/** What is made from requests; files that an operator's command or the start alone reaches have other names. */
const serving = api.filter((file) => /\.(?:controller|service|repository|reader|api|interceptor|guard)\.ts$/.test(file) || file.includes('/http/'))
const contract = code.filter((file) => file.startsWith('packages/contract/src/') && !isTest(file))

const rules = [
  ['no server starts a program', servers, /\bchild_process\b|\bworker_threads\b|\bprocess\.(?:binding|dlopen)\b/, `import { exec } from 'node:child_process'`],
  ['no server reads XML', servers, /\bDOMParser\b|from '(?:[\w@/-]*xml[\w-]*|sax|saxes)'/, `import { XMLParser } from 'fast-xml-parser'`],
  ['no server fills in templates or formats with a pattern', servers, /\bnew Function\b|\bsprintf\(|\butil\.format\(|from 'node:vm'|from '(?:ejs|handlebars|pug|nunjucks|mustache|eta|liquidjs)'/, `util.format(pattern, name)`],
  ['no server unpacks an archive', servers, /\b(?:gunzip|inflate|inflateRaw|unzip|brotliDecompress|createGunzip|createInflate|createUnzip)\w*\(|from '(?:adm-zip|jszip|yauzl|unzipper|tar|tar-stream|fflate|exceljs|xlsx)'/, `const text = gunzipSync(upload)`],
  ['what serves requests opens and writes no file', serving, /from '(?:node:)?fs(?:\/promises)?'/, `import fs from 'node:fs'`],
  ['no answer leads elsewhere', servers, /\b(?:reply|response|res|answer)\.redirect\(|@Redirect\(|\.(?:code|status)\(30[1278]\)/, `return reply.redirect(query.next)`],
  ['no page leads to an address of data', pages, /\blocation\.(?:assign|replace)\((?!'\/)|\blocation(?:\.href)? = |\bwindow\.open\((?!'\/)/, `location.assign(answer.next)`],
  ['no page talks with other windows', pages, /\bpostMessage\(|addEventListener\('message'|\bonmessage\b/, `window.addEventListener('message', take)`],
  ['sessions are no self-contained tokens', servers, /from '(?:jsonwebtoken|jose|fast-jwt|@nestjs\/jwt|paseto)'/, `import jwt from 'jsonwebtoken'`],
  ['no server asks for the certificate of a client', servers, /\brequestCert\b/, `createServer({ requestCert: true })`],
  ['nobody is asked a secret question or leaves a hint', contract, /\b(?:passwordHint|hint|secretQuestion|securityQuestion|secretAnswer)\b\??:/i, `passwordHint: z.string(),`],
]

for (const [title, where, pattern, broken] of rules) {
  test(title, () => {
    assert.ok(where.length > 0)
    assert.deepEqual(findLines(where, pattern), [])
    assert.match(broken, pattern)
  })
}

/** Files that call out, each with the addresses that it may call: those of the configuration. */
const callers = { 'apps/api/src/audit/checkpoints/checkpoints.service.ts': 'this.config.checkpointWebhook', 'apps/api/src/notifications/sms-gateway.ts': 'url' }
const calling = /(?<![.\w])fetch\((?!\))|from '(?:undici|axios|got|node-fetch)'|\bhttps?\.(?:request|get)\(/

test('the API calls the addresses of its configuration and nothing else, and follows no redirect', () => {
  assert.deepEqual([...new Set(findLines(servers, calling).map((line) => line.split(':')[0]))].sort(), Object.keys(callers).sort())
  for (const [file, address] of Object.entries(callers)) {
    const text = read(file)
    const calls = text.match(/(?<![.\w])fetch\(/g)
    assert.equal(calls.length, text.match(/redirect: '(?:error|manual)'/g)?.length, `${file}: a redirect would lead elsewhere`)
    assert.ok(text.includes(`fetch(${address},`), `${file} calls ${address}`)
  }
  assert.match('await fetch(body.url)', calling)
})

/** Takes more of a module that can open sockets than types, servers, and words about addresses and keys. */
const dialling = /^(?!import (?:type \S.*|\{ (?:(?:type \w+|isIP|isIPv[46]|createServer|createSecureContext|maxHeaderSize)(?:, | \}))+) from ).*(?:from |import\(|require\()'(?:node:)?(?:net|tls|dgram|https?|http2)'|\bnew (?:WebSocket|EventSource)\(/
/** Where it is done, and who says to which address: what the configuration names. */
const dialler = { file: 'apps/api/src/papers/clamd-scanner.ts', maker: 'apps/api/src/papers/scanner-of.ts' }

test('the API opens a socket to the scanner of its configuration and to nothing else', () => {
  assert.deepEqual(findLines(servers, dialling).map((line) => line.split(':')[0]), [dialler.file])
  const [text, maker] = [read(dialler.file), read(dialler.maker)]
  assert.match(text, /^import \{ connect \} from 'node:net'$/m)
  assert.deepEqual(text.match(/\bconnect\(.*?\)/g), ['connect({ host, port })'])
  assert.deepEqual(text.match(/\{ host, port \} = (.*)/g), ['{ host, port } = this.settings'])
  assert.match(maker, /^export function scannerOf\(\{ fileScanner, isProduction \}: Config\)/m)
  assert.deepEqual(findLines(api, /\bnew ClamdScanner\(/), findLines([dialler.maker], /return new ClamdScanner\(fileScanner\)$/))
  for (const line of [
    `import net from 'node:net'`, `import * as tls from 'tls'`, `import { isIP, Socket } from 'node:net'`, `} from 'node:tls'`, `const { request } = await import('node:https')`, `import { connect } from 'node:http2'`, `new WebSocket(url)`,
  ]) assert.match(line, dialling)
})

test('the uploads are a PDF and pictures, JPEG or PNG by their bytes, judged in memory, so no scriptable picture comes in', () => {
  const uploads = findLines(contract, /\bbodyBytes\??: '/)
  assert.equal(uploads.length, 2)
  assert.deepEqual(uploads.filter((line) => !line.includes(`'application/pdf'`) && !line.startsWith('packages/contract/src/papers.ts')), [])
  assert.match(read('packages/domain/src/papers/read-picture.ts'), /=> readJpeg\(bytes\) \?\? readPng\(bytes\)$/m)
  assert.deepEqual(findLines(api, /multipart|busboy|formidable/), [])
})

test('nothing of production reads archives, XML, templates or tokens by way of a dependency', () => {
  const unwanted = /^(?:adm-zip|jszip|yauzl|unzipper|tar|tar-stream|exceljs|xlsx|xml2js|fast-xml-parser|libxmljs2?|sax|ejs|handlebars|pug|nunjucks|mustache|eta|liquidjs|jsonwebtoken|jose|fast-jwt|multer|busboy|@fastify\/multipart)$/
  const found = files.filter((file) => /^(?:apps|packages)\/[\w-]+\/package\.json$/.test(file))
    .flatMap((file) => Object.keys(JSON.parse(read(file)).dependencies ?? {}).filter((name) => unwanted.test(name)).map((name) => `${file}: ${name}`))
  assert.deepEqual(found, [])
  assert.match('jszip', unwanted)
})
