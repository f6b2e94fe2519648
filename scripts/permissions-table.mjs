// `pnpm run permissions`: writes docs/permissions.md from the matrix of permissions and the contract, both built before.
import fs from 'node:fs'
import { findOperation, operationIds } from '../packages/contract/dist/index.js'
import { AccountRole, fieldReaders, permissionOf, relationWords, statusesOf, visibleFields } from '../packages/domain/dist/index.js'

const page = new URL('../docs/permissions.md', import.meta.url)
const callers = ['public', ...AccountRole.options]

const cell = (id, caller) => {
  const relation = permissionOf(id).callers[caller]
  if (!relation) return ''
  const statuses = caller === 'public' ? null : statusesOf(id, caller)
  return statuses ? `${relation}: ${statuses.join(', ')}` : relation
}

const row = (id) => {
  const { method, path } = findOperation(id)
  return `| \`${id}\` | ${method} \`${path}\` | ${callers.map((caller) => cell(id, caller)).join(' | ')} |`
}

/** One row per part and group of fields; what a part has none of is left out. */
const fieldRows = ({ part, label, sensitive, others, except = {} }) => {
  const line = (fields, sights) => `| ${part} ${label.zh} | ${fields} | ${fieldReaders.map((reader) => sights[reader]).join(' | ')} |`
  const numbers = part === 'subject' || part.endsWith('person') ? [line('certificate numbers, phones, mail', sensitive)] : []
  return [...numbers, ...Object.entries(except).map(([field, sights]) => line(`\`${field}\``, sights)), line(numbers.length + Object.keys(except).length > 0 ? 'all others' : 'all', others)]
}

export const permissionsTable = () => `# Who may do what

Written from \`packages/domain/src/permissions\` by \`pnpm run permissions\`; a test says when it is out of date. A cell says how the caller must stand to the object, and, for a
step of the life cycle, in which statuses of the filing. An empty cell is refused: 401 without a session, 403 with one. Whoever may call but stands in no such relation to the
object is answered 404, as if there were none.

| relation | 关系 | means |
|---|---|---|
${Object.entries(relationWords).map(([relation, { zh, en }]) => `| ${relation} | ${zh} | ${en} |`).join('\n')}

| operation | address | ${callers.join(' | ')} |
|---|---|${callers.map(() => '---|').join('')}
${operationIds.map(row).join('\n')}

## Who sees which field

Whoever may read a filing reads its fields as this table says (\`visible-fields.ts\`); the API's answers are built from it. *on-reveal*: masked until this reader asks for the one
value and says why; *masked*: for good; *hidden*: as if nothing had been given. *author* is the owner before finish; *other-provider* is named by the filing but serves neither this
website nor this access; *confirming* is the responsible person, by the link of the message; *mediating* is a reviewer who has a filing that is in conflict with this one. Administrators see no filing.

| part | fields | ${fieldReaders.join(' | ')} |
|---|---|${fieldReaders.map(() => '---|').join('')}
${visibleFields.flatMap(fieldRows).join('\n')}
`

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split('/').at(-1))) fs.writeFileSync(page, permissionsTable())
