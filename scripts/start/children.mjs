import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { top } from './settings.mjs'

/** The Node 24 that npm brings; the one that runs us where npm has none for this platform. */
export function nodeOfThisWorkspace() {
  const brought = path.join(top, 'node_modules/.bin/node')
  return fs.existsSync(brought) ? brought : process.execPath
}

/** Environment for children: the tools of this workspace come first. */
const environment = (more) => ({ ...process.env, PATH: `${path.join(top, 'node_modules/.bin')}${path.delimiter}${process.env.PATH}`, ...more })

const running = new Set()

/**
 * Starts a program in a process group of its own, so that Ctrl-C reaches it through us, in our order, and its own children end with it.
 * `ended` settles with its exit code (1 after a signal).
 */
export function startChild(command, args, { env = {}, cwd = top, stdio }) {
  const child = spawn(command, args, { cwd, env: environment(env), stdio, detached: true })
  running.add(child)
  child.ended = new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  }).finally(() => running.delete(child))
  return child
}

/** Asks a child and all of its own to end; after ten seconds it is not asked any more. */
export async function endChild(child) {
  if (!running.has(child)) return
  signalGroup(child, 'SIGTERM')
  const impatience = setTimeout(() => signalGroup(child, 'SIGKILL'), 10_000)
  await child.ended
  clearTimeout(impatience)
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal)
  } catch {
    // It ended a moment ago.
  }
}
