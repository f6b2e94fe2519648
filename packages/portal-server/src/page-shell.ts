import fs from 'node:fs'
import path from 'node:path'

/** The portal's one HTML page, read once; each answer gets its own nonce. Throws one sentence when the portal has not been built. */
export function readPageShell(root: string): (nonce: string) => string {
  const file = path.join(root, 'index.html')
  if (!fs.existsSync(file)) throw new Error(`There is no built portal in ${root}: index.html is missing.`)
  const html = fs.readFileSync(file, 'utf8')
  const [before, after] = splitAfter(html, /<head[^>]*>/i)
  return (nonce) => `${before}<meta name="csp-nonce" content="${nonce}">${after}`
}

function splitAfter(text: string, mark: RegExp): [string, string] {
  const found = mark.exec(text)
  if (!found) throw new Error('index.html has no <head>.')
  const end = found.index + found[0].length
  return [text.slice(0, end), text.slice(end)]
}
