import { setTimeout as pause } from 'node:timers/promises'

const patienceMs = 120_000

/** Waits until every address answers 200. Throws when `child` ends before, or after two minutes. */
export async function waitUntilReady(addresses, { name, child, logFile }) {
  const until = Date.now() + patienceMs
  let over = false
  void child.ended.then(() => (over = true))
  for (const address of addresses) {
    while (!(await answers(address))) {
      if (over) throw new Error(`The ${name} ended before it was ready.${await lastWords(logFile)}`)
      if (Date.now() > until) throw new Error(`The ${name} is not ready after two minutes; see ${logFile}.`)
      await pause(100)
    }
  }
}

async function answers(address) {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(5000), headers: { accept: 'text/html, */*' } })
    await response.arrayBuffer()
    return response.status === 200
  } catch {
    return false
  }
}

async function lastWords(logFile) {
  const { readFile } = await import('node:fs/promises')
  const said = (await readFile(logFile, 'utf8')).trim().split('\n').slice(-15)
  return `\n${said.join('\n')}\n(all of it: ${logFile})`
}
