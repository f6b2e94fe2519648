import type { Drill } from './drill.js'
import { faultsOf, type Order, type Result } from './run-drill.js'

const shown = 5

/** One line: verdict, figure, how to repeat it; below it the first violations of a drill that failed. */
export function lineFor(drill: Drill, { passed, figure, violations, seconds }: Result, { seed, full, planted }: Order): string {
  const run = `(seed ${seed}${full ? ', full' : ''}, ${seconds.toFixed(1)} s)`
  if (planted) {
    const verdict = passed ? 'NOT FOUND' : 'found'
    return `${drill.id} twin ${verdict}: ${faultsOf(drill)[planted - 1]}; violations=${violations.length}${violations[0] ? `, first: ${violations[0]}` : ''} ${run}`
  }
  const line = `${drill.id} ${passed ? 'passed' : 'FAILED'}: ${figure}; violations=${violations.length} ${run} ${drill.promise}`
  return [line, ...violations.slice(0, shown).map((violation) => `  ${violation}`)].join('\n')
}
