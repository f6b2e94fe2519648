// `npm run parts`: known faults of the parts that run in production; with --sbom their list as CycloneDX. docs/how-to/dependencies.md.
import { spawnSync } from 'node:child_process'
import { top } from './start/settings.mjs'

const pnpm = (...args) => spawnSync('pnpm', args, { cwd: top, encoding: 'utf8', maxBuffer: 2 ** 28 })

/** Workspaces that only build and test. */
const onlyTests = ['@icp/browser', '@icp/presets', '@icp/e2e']

/** Every part in production by name and version, once. */
export function partsIn(listed) {
  const found = new Map()
  const walk = (dependencies = {}) => {
    for (const [name, { from = name, version, dependencies: inner }] of Object.entries(dependencies)) {
      if (/^(?:link|workspace|file):/.test(version)) continue
      const key = `${from}@${version}`
      if (found.has(key)) continue
      found.set(key, { name: from, version })
      walk(inner)
    }
  }
  for (const workspace of listed.filter(({ name }) => !onlyTests.includes(name))) {
    walk(workspace.dependencies)
    walk(workspace.optionalDependencies)
  }
  return [...found.values()].toSorted((a, b) => `${a.name}@${a.version}`.localeCompare(`${b.name}@${b.version}`))
}

export const sbomOf = (parts) => ({
  bomFormat: 'CycloneDX', specVersion: '1.6', version: 1,
  components: parts.map(({ name, version }) => {
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
    return { type: 'library', 'bom-ref': purl, name, version, purl }
  }),
})

function main() {
  if (process.argv.includes('--sbom')) {
    const { stdout, status } = pnpm('list', '--recursive', '--prod', '--depth', 'Infinity', '--json')
    process.stdout.write(`${JSON.stringify(sbomOf(partsIn(JSON.parse(stdout))), null, 2)}\n`)
    return status ?? 1
  }
  const { stdout, stderr, status } = pnpm('audit', '--prod', '--audit-level', 'high')
  process.stdout.write(stdout + stderr)
  return status ?? 1
}

if (process.argv[1]?.endsWith('parts.mjs')) process.exitCode = main()
