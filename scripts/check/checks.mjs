/**
 * What `npm test` runs, in this order. A check is one tool over the whole workspace; tests bring results of their own:
 * `jest` in each package's test-results/, `node` in the report of Node's test runner.
 */
export const checks = [
  { name: 'the lockfile is in step', command: ['pnpm', 'install', '--frozen-lockfile'] },
  { name: 'everything builds', command: turbo('build') },
  { name: 'types', command: turbo('typecheck') },
  { name: 'lint', command: ['pnpm', 'run', 'lint'] },
  { name: 'packages import only what their tags allow', command: ['pnpm', 'run', 'boundaries'] },
  { name: 'files import only through doors', command: ['pnpm', 'run', 'imports'] },
  { name: 'nothing is unused', command: ['pnpm', 'run', 'unused'] },
  { name: 'house rules, start and images', command: ['node', '--test', '--test-reporter=junit', 'tests/**/*.test.mjs'], results: 'node' },
  { name: 'tests', command: turbo('test', '--concurrency=2', '--output-logs=errors-only'), results: 'jest', shown: true },
  { name: 'journeys', command: turbo('e2e', '--output-logs=full'), results: 'jest', shown: true },
]

function turbo(task, ...more) {
  const quietly = more.some((option) => option.startsWith('--output-logs')) ? [] : ['--output-logs=errors-only']
  return ['turbo', 'run', task, '--ui=stream', '--continue=always', ...quietly, ...more]
}
