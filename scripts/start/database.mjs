import fs from 'node:fs'
import path from 'node:path'

export const embeddedName = 'icp'

const embeddedFolder = (dataDir) => path.join(dataDir, 'postgres')
export const hasEmbeddedData = (dataDir) => fs.existsSync(path.join(embeddedFolder(dataDir), 'cluster/PG_VERSION'))

/**
 * Starts the PostgreSQL that npm brings and keeps it running: one that ends by itself (a kill, no memory) is started again on the same port and data.
 * Imported late, since it is built by this very start.
 */
export async function startEmbeddedDatabase(dataDir, { log, onGone }) {
  const { startPostgres, hasDatabase, createDatabase } = await import('../../packages/postgres/dist/index.js')
  const options = { dataDir: embeddedFolder(dataDir), log }
  let running = await startPostgres(options)
  let stopping = false
  const watch = () =>
    void running.ended.then(async () => {
      if (stopping) return
      try {
        running = await startPostgres({ ...options, port: running.port })
        watch()
      } catch (error) {
        onGone(error)
      }
    })
  watch()
  const url = new URL(running.url)
  url.pathname = `/${embeddedName}`
  if (!(await hasDatabase(running.url, embeddedName))) await createDatabase(running.url, embeddedName)
  return {
    url: url.href,
    stop: () => {
      stopping = true
      return running.stop()
    },
  }
}
