// No engine runs here, so each stage's commands are tried in temporary folders, and what they make is started.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { becomesHealthy, buildImage, startInImage } from './docker/built-image.mjs'
import { readCopies, readStages, rests } from './docker/dockerfile.mjs'
import { findFreeBase } from './free-ports.mjs'
import { files, read, top } from './sources.mjs'

const dockerfiles = files.filter((file) => /^docker\/[\w-]+\.Dockerfile$/.test(file))
const compose = parse(read('docker/compose.yml'), { merge: true })
const services = Object.entries(compose.services)

for (const dockerfile of dockerfiles) {
  test(`${dockerfile} builds in one stage, and runs in another as a plain user, in production, with a health check`, () => {
    const stages = readStages(dockerfile)
    const last = stages.at(-1)
    assert.equal(stages.length, 2)
    assert.equal(rests(last, 'USER').at(-1), 'node')
    assert.match(rests(last, 'ENV').join(' '), /\bNODE_ENV=production\b/)
    assert.equal(rests(last, 'HEALTHCHECK').length, 1)
    assert.equal(rests(last, 'CMD').length, 1)
  })

  test(`${dockerfile} copies only what exists`, () => {
    for (const stage of readStages(dockerfile)) {
      const missing = readCopies(stage, { build: '/build' }).filter(({ from, sources }) => !from && !sources.every((source) => fs.existsSync(path.join(top, source))))
      assert.deepEqual(missing, [])
    }
  })
}

test('the compose file names only what it declares', () => {
  const named = (of) => services.flatMap(([, service]) => of(service) ?? [])
  const declared = (kind) => Object.keys(compose[kind])
  const undeclared = {
    secrets: named(({ secrets }) => secrets?.map((secret) => secret.source ?? secret)).filter((name) => !declared('secrets').includes(name)),
    networks: named(({ networks }) => networks).filter((name) => !declared('networks').includes(name)),
    volumes: named(({ volumes }) => volumes?.map((volume) => volume.split(':')[0]).filter((name) => !name.startsWith('.'))).filter((name) => !declared('volumes').includes(name)),
    services: named((service) => Object.keys(service.depends_on ?? {})).filter((name) => !(name in compose.services)),
    dockerfiles: named(({ build }) => build && [build.dockerfile]).filter((name) => !dockerfiles.includes(name)),
    files: named(({ volumes }) => volumes?.map((volume) => volume.split(':')[0]).filter((name) => name.startsWith('.'))).filter((name) => !fs.existsSync(path.join(top, 'docker', name))),
  }
  assert.deepEqual(undeclared, { secrets: [], networks: [], volumes: [], services: [], dockerfiles: [], files: [] })
})

test('every variable of the compose file stands in .env.example, and every secret is made by make-secrets.mjs', () => {
  const variables = [...read('docker/compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name)
  const given = [...read('docker/.env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name)
  assert.deepEqual([...new Set(variables)].sort(), given.sort())
  const maker = read('docker/make-secrets.mjs')
  for (const { file } of Object.values(compose.secrets)) assert.ok(maker.includes(`'${path.basename(file)}'`), `${file} is not made`)
})

test('the proxy has a host name for each portal, speaks TLS 1.2 and later with it, and leads to the port on which it is served', () => {
  assert.match(read('docker/Caddyfile'), /protocols tls1\.2 tls1\.3\s+ciphers(?: TLS_ECDHE_\w+_(?:GCM|POLY1305)_SHA\d+)+\n/)
  const hosts = [...read('docker/Caddyfile').matchAll(/\{\$(\w+)\} \{\s*import modern\s*reverse_proxy (\S+)/g)].map(([, host, target]) => [host, target])
  assert.deepEqual(hosts, [['OWNER_HOST', 'portals:3001'], ['PROVIDER_HOST', 'portals:3002'], ['REGULATOR_HOST', 'portals:3003']])
  for (const [host] of hosts) assert.ok(host in compose.services.proxy.environment)
})

test('the proxy leads pages from http to https, and refuses what speaks plainly to the API', () => {
  const [, hosts, block] = /^(http:.*) \{\n([\s\S]*?)^\}/m.exec(read('docker/Caddyfile'))
  assert.deepEqual(hosts.split(', '), ['OWNER_HOST', 'PROVIDER_HOST', 'REGULATOR_HOST'].map((host) => `http://{$${host}}`))
  assert.match(block, /^\t@api path \/api \/api\/\*\n\thandle @api \{\n\t\trespond "[^"]+" 403\n\t\}\n\thandle \{\n\t\tredir https:\/\/\{host\}\{uri\} 308\n\t\}\n$/)
})

test('the API of the compose file logs on to the database as the user that the migration confines, and knows no password of the owner', () => {
  const { migrate, api } = compose.services
  assert.equal(api.environment.DATABASE_USER, migrate.environment.DATABASE_API_USER)
  assert.equal(api.environment.DATABASE_PASSWORD_FILE, migrate.environment.DATABASE_API_PASSWORD_FILE)
  assert.ok(!api.secrets.includes('database-password'))
})

test('the portals image builds, starts and is healthy', { timeout: 900_000 }, async (t) => {
  const image = buildImage('docker/portals.Dockerfile')
  t.after(image.remove)
  const base = await findFreeBase()
  const running = startInImage(image, image.command, { PORT_BASE: String(base), HOST: '127.0.0.1', PORTALS_ROOT: path.join(image.app, 'portals') })
  t.after(running.end)
  assert.ok(await becomesHealthy(image, { base, patienceMs: 240_000, running }))
  assert.ok(fs.readdirSync(path.join(image.app, 'portals/owner-portal/dist/assets')).some((name) => name.endsWith('.br')), 'assets are compressed in the image')
})

test('the API image builds, migrates a database, starts and is healthy', { timeout: 900_000 }, async (t) => {
  const image = buildImage('docker/api.Dockerfile')
  t.after(image.remove)
  const { startPostgres, createDatabase } = await import('../packages/postgres/dist/index.js')
  const postgres = await startPostgres({ dataDir: path.join(image.home, 'postgres'), durable: false })
  t.after(postgres.stop)
  await createDatabase(postgres.url, 'icp')
  const secrets = { password: decodeURIComponent(new URL(postgres.url).password), keys: path.join(image.home, 'data/keys') }
  fs.mkdirSync(secrets.keys, { recursive: true })
  fs.writeFileSync(path.join(image.home, 'password'), secrets.password)
  fs.writeFileSync(path.join(image.home, 'api-password'), 'of the API alone'.replaceAll(' ', '-'))
  for (const name of ['field.key', 'index.key']) fs.writeFileSync(path.join(secrets.keys, name), Buffer.alloc(32, name).toString('base64'))
  const base = await findFreeBase()
  const given = {
    DATABASE_HOST: '127.0.0.1', DATABASE_PORT: String(postgres.port),
    DATA_DIR: path.join(image.home, 'data'), PORT: String(base), HOST: '127.0.0.1',
  }
  const entry = ['sh', path.join(image.home, 'usr/local/bin/start-with-secrets')]
  const { DATABASE_API_USER: user } = compose.services.migrate.environment
  const owner = { DATABASE_PASSWORD_FILE: path.join(image.home, 'password'), DATABASE_API_USER: user, DATABASE_API_PASSWORD_FILE: path.join(image.home, 'api-password') }
  const migrated = await startInImage(image, [...entry, ...compose.services.migrate.command], { ...given, ...owner }).ended
  assert.equal(migrated.code, 0, migrated.said)
  Object.assign(given, { DATABASE_USER: user, DATABASE_PASSWORD_FILE: path.join(image.home, 'api-password') })
  const silent = await startInImage(image, [...entry, ...image.command], given).ended
  assert.notEqual(silent.code, 0)
  assert.match(silent.said, /SMTP_URL is missing: in production mails must leave/)
  // Nothing is sent here, so nothing has to answer at these addresses.
  const leaving = { ...leavingIn(compose.services.api.environment), SMTP_URL: 'smtp://127.0.0.1:9', SMS_WEBHOOK_URL: 'http://127.0.0.1:9/' }
  const running = startInImage(image, [...entry, ...image.command], { ...given, ...leaving })
  t.after(running.end)
  assert.ok(await becomesHealthy(image, { base, patienceMs: 240_000, running }))
})

/** How messages leave and where pictures are scanned, as the compose file has it with the values of .env.example. */
function leavingIn(environment) {
  const example = Object.fromEntries([...read('docker/.env.example').matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]))
  return Object.fromEntries(['SMTP_URL', 'MAIL_FROM', 'SMS_WEBHOOK_URL', 'SMS_WEBHOOK_SECRET', 'SMS_PLATFORM', 'FILE_SCANNER_URL']
    .map((name) => [name, String(environment[name]).replace(/\$\{(\w+):\?\}/, (_, variable) => example[variable])]))
}
