import fs from 'node:fs'

export default async function tearDown() {
  const { postgres, folder } = globalThis.icpTestPostgres
  await postgres.stop()
  fs.rmSync(folder, { recursive: true, force: true })
}
