import type { Verdict } from './verify.js'

/** A line for each kind, and one for all. */
export function sayVerdict({ whole, parts, entries, checkpoint }: Verdict): string {
  const lines = parts.map(({ kind, checked, wrong, first, skipped }) => {
    const found = first ? `${wrong} WRONG, first at ${first.where}: ${first.what}` : skipped ? `not checked (${skipped})` : 'whole'
    return `${kind.padEnd(12)} ${String(checked).padStart(9)}  ${found}`
  })
  const until = checkpoint ? `checkpoint ${checkpoint.number} of ${checkpoint.at} (${checkpoint.size} entries, root ${checkpoint.root})` : 'no checkpoint'
  return [...lines, `${whole ? 'WHOLE' : 'NOT WHOLE'}: ${entries} entries, ${until}`].join('\n')
}
