// `pnpm run permissions`: writes docs/permissions.md from the matrix of permissions and the contract, both built before.
import fs from 'node:fs'
import { findOperation, operationIds } from '../packages/contract/dist/index.js'
import { AccountRole, permissionOf, relationWords, statusesOf } from '../packages/domain/dist/index.js'

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
`

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split('/').at(-1))) fs.writeFileSync(page, permissionsTable())
