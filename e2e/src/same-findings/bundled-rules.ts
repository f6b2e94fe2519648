import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const bundler = fileURLToPath(new URL('../../stand/bundle-rules.mjs', import.meta.url))

/** In a process of its own: the bundler is native code, which Jest's sandbox cannot hold. */
export async function bundledRules(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [bundler], { maxBuffer: 2 ** 26 })
  return stdout
}
