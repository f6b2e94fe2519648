import { retentionRules } from '@icp/domain'
import type { ColumnRow, Protection } from './classification.js'
import { tables } from './data/columns.js'

const protectionWords: Readonly<Record<Protection['as'], string>> = {
  clear: '', sealed: 'sealed', content: 'personal fields sealed', searched: 'keyed fingerprint', keyed: 'keyed fingerprint', hashed: 'one-way hash',
}

const shown = ({ column, protection }: ColumnRow): string => (protection.as === 'clear' ? `\`${column}\`` : `\`${column}\` (${protectionWords[protection.as]})`)

const ofClass = (columns: readonly ColumnRow[], ...classes: readonly string[]) => columns.filter(({ dataClass }) => classes.includes(dataClass)).map(shown).join(', ')

/** docs/personal-data.md. */
export const personalDataPage = (): string => `# Personal data

Written from \`apps/api/src/personal-data/data/columns.ts\` and \`packages/domain/src/personal-data/retention-rules.ts\` by \`npm run personal-data\`; a test says when it is out of date, and when a column of the
database has no row. *Sealed*: ciphertext (AES-256-GCM, or SM4-CTR with HMAC-SM3) bound to table, column, row and key before it reaches PostgreSQL. *Keyed fingerprint*: HMAC,
for exact search and comparison. Columns that say nothing of a person are left out here.

| table | purpose | of the house | personal | sensitive, secret | kept |
|---|---|---|---|---|---|
${Object.entries(tables).filter(([, { columns }]) => columns.some(({ dataClass }) => dataClass !== 'none')).map(([table, { purpose, kept, columns }]) =>
    `| \`${table}\` | ${purpose.en} · ${purpose.zh} | ${ofClass(columns, 'internal')} | ${ofClass(columns, 'personal')} | ${ofClass(columns, 'sensitive', 'secret')} | ${kept} |`).join('\n')}

## How long

| rule | | source |
|---|---|---|
${Object.entries(retentionRules).map(([id, { text, source }]) => `| ${id} | ${text.en} · ${text.zh} | ${source} |`).join('\n')}
`
