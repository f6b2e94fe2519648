import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { files, top } from '../sources.mjs'
import { environmentOf, jsonOf, readCopies, readStages, rests } from './dockerfile.mjs'

// What the base image brings and this folder cannot: pnpm itself.
const ofTheBaseImage = /^npm install --global pnpm@/

/**
 * Does what a build of the Dockerfile does, in temporary folders: `build` is the first stage's WORKDIR with the repository's files, where its commands run;
 * `app` is the last stage's, with what it copies. There is no engine here; base images, users and mounts are not tried.
 */
export function buildImage(dockerfile) {
  const [build, final] = readStages(dockerfile)
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'icp-image-'))
  const folders = { build: path.join(home, 'build'), app: path.join(home, 'app'), bin: path.join(home, 'bin') }
  for (const file of files) copy(path.join(top, file), path.join(folders.build, file))
  const env = environmentIn(folders)
  for (const command of rests(build, 'RUN').filter((one) => !ofTheBaseImage.test(one))) run(command, folders.build, env)
  const workdirs = { build: rests(build, 'WORKDIR')[0] }
  for (const { from, sources, target } of readCopies(final, workdirs)) {
    for (const source of sources) {
      const inside = target.startsWith('/') ? path.join(home, target) : path.join(folders.app, target)
      if (from) move(path.join(folders.build, source), inside)
      else copy(path.join(top, source), inside)
    }
  }
  return {
    env: { ...env, ...environmentOf(final) },
    home,
    app: folders.app,
    command: jsonOf(final, 'CMD'),
    healthCheck: jsonOf(final, 'HEALTHCHECK'),
    remove: () => fs.rmSync(home, { recursive: true, force: true }),
  }
}

function copy(source, target) {
  fs.mkdirSync(path.dirname(target), { recursive: true })
  fs.cpSync(source, target, { recursive: true, verbatimSymlinks: true })
}

/** Nothing is copied twice in our Dockerfiles, so moving shows the same as copying, without 300 MB. */
function move(source, target) {
  fs.mkdirSync(path.dirname(target), { recursive: true })
  fs.renameSync(source, target)
}

/** Node and pnpm as the image has them, and none of this workspace's tools; turbo may take unchanged builds from our cache. */
function environmentIn({ bin }) {
  fs.mkdirSync(bin, { recursive: true })
  fs.symlinkSync(process.execPath, path.join(bin, 'node'))
  fs.writeFileSync(path.join(bin, 'pnpm'), '#!/bin/sh\nexec npx -y pnpm@12.21.0 "$@"\n', { mode: 0o755 })
  const others = process.env.PATH.split(':').filter((folder) => !folder.includes('node_modules'))
  return { ...process.env, PATH: [bin, ...others].join(':'), CI: '1', TURBO_TELEMETRY_DISABLED: '1', TURBO_CACHE_DIR: path.join(top, '.turbo/cache') }
}

function run(command, cwd, env) {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (status !== 0) throw new Error(`RUN ${command}\n${stdout}${stderr}`)
}

/** Starts a command in the image's folder; `said` grows while it runs. */
export function startInImage(image, [program, ...args], env) {
  const said = []
  const child = spawn(program, args, { cwd: image.app, env: { ...image.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk))
  const ended = new Promise((resolve) => child.once('close', (code) => resolve({ code, said: Buffer.concat(said).toString() })))
  return { ended, end: () => (child.kill('SIGTERM'), ended) }
}

/** Runs the image's health check until it is content, as an engine does. Ports of the image are replaced by those of this trial. */
export async function becomesHealthy(image, { base, patienceMs, running }) {
  const command = image.healthCheck.map((word) => word.replaceAll(/\b300([0-3])\b/g, (_, offset) => String(base + Number(offset))))
  const until = Date.now() + patienceMs
  let over
  void running.ended.then((end) => (over = end))
  while (Date.now() < until) {
    if (over) throw new Error(`It ended with ${over.code}: ${over.said}`)
    if ((await startInImage(image, command, {}).ended).code === 0) return true
  }
  return false
}
