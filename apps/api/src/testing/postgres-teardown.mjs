import fs from 'node:fs'

async function tearDown() {
  const { postgres, folder } = globalThis.icpTestPostgres
  await postgres.stop()
  fs.rmSync(folder, { recursive: true, force: true })
}

// oxlint-disable-next-line import/no-default-export -- Jest calls the default export
export { tearDown as default }
