import { spawn } from 'node:child_process'

/** Runs one check to its end. `shown`: its words go to the terminal at once; else they are kept, for the case that it fails. */
export function runCheck({ command: [program, ...args], shown = false }) {
  return new Promise((resolve) => {
    const startedAt = Date.now()
    const said = []
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' } })
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said.push(chunk)
        if (shown) process.stdout.write(chunk)
      })
    }
    const settle = (ok) => resolve({ ok, said: Buffer.concat(said).toString(), seconds: (Date.now() - startedAt) / 1000 })
    child.once('error', (error) => {
      said.push(Buffer.from(`${error.message}\n`))
      settle(false)
    })
    child.once('close', (code) => settle(code === 0))
  })
}
