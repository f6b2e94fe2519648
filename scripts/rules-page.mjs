// `pnpm run rules`: writes docs/rules.md from the catalogue of rules, built before.
import fs from 'node:fs'
import { applicabilityInWords, coverage, FilingKind, kindWords, metByWords, paperKinds, papers, ruleCatalogue, rulesAlone } from '../packages/domain/dist/index.js'

const page = new URL('../docs/rules.md', import.meta.url)
const letters = { S: 'Subject 主体', P: 'Persons in charge 负责人', W: 'Websites 网站', A: 'Accesses 接入', X: 'The filing as a whole, and the register 整份备案与备案库', C: 'Cancellations 注销', T: 'Moves to another subject 迁移', K: 'Corrections by the provider 接入商修改', V: 'Verified by a person at the provider 人工核实' }
const severities = { block: 'must be mended', reviewer: 'reviewer checks', warn: 'advice' }

const kindsOf = ({ kinds }) => (kinds.length === FilingKind.options.length ? 'every kind' : kinds.map((kind) => kindWords[kind].en).join(', '))
const row = (rule) => `| ${rule.id} | ${rule.title.zh} | ${rule.title.en} | ${severities[rule.severity]} | ${kindsOf(rule)} | ${applicabilityInWords(rule)?.en ?? ''} | ${rule.toldBy} | ${rule.source} |`

const demands = { row: 'Rows of what authorities check 审核要点 (§6)', field: 'Fields 字段 (§2)', code: 'Result codes of the interface 接口结果码 (§4.5)' }
const demandRow = ({ id, title, covering, otherwise }) =>
  `| ${id} | ${title.zh} | ${title.en} | ${covering.map((rule) => rule.id).join(', ')} | ${otherwise ? `${metByWords[otherwise.by].en}: ${otherwise.how.en}` : covering.length === 0 ? '**Nobody yet**' : ''} |`

export const rulesPage = () => `# The rules of a filing

Written from \`packages/domain/src/rules/catalogue.ts\` by \`pnpm run rules\`; a test says when it is out of date. ${ruleCatalogue.length} rules. *Told by* content: while it is typed,
by anybody who has the content; by register: when it is saved, by the API; by correction: when a provider corrects a locked filing;
by person: the provider looks and answers its verification sheet before it passes the filing. *Only*: of whom, of which services, where and since when. Sources are sections of the
notes on the field, with the keys of the documents behind them.
${Object.entries(letters).map(([letter, title]) => `
## ${title}

| rule | 规则 | rule | severity | asked of | only | told by | source |
|---|---|---|---|---|---|---|---|
${ruleCatalogue.filter(({ id }) => id.startsWith(letter)).map(row).join('\n')}
`).join('')}
## Where sources differ 来源说法不一

About what is no value of the rule data. The first of a rule is followed.

| rule | what is said | 说法 | source |
|---|---|---|---|
${ruleCatalogue.flatMap(({ id, disputed = [] }) => disputed.map(({ says, source, confirmed }) => `| ${id} | ${says.en} | ${says.zh} | ${source}${confirmed ? '' : ', not confirmed'} |`)).join('\n')}

## What is asked for, and by which rule it is judged 要求与规则对照

Every row, field and result code of the notes on the field. Rules are those whose source names it. *Otherwise* says who sees to what no rule judges, or not alone.
${Object.entries(demands).map(([of, title]) => `
### ${title}

| id | 要求 | asked for | rules | otherwise |
|---|---|---|---|---|
${coverage.filter((line) => line.of === of).map(demandRow).join('\n')}
`).join('')}
Rules about none of these, but about how filings, numbers and cancellations go: ${rulesAlone.map(({ id }) => id).join(', ')}.

## The source documents behind the keys 依据文件

| key | source document | 依据文件 | what it is | kind | address |
|---|---|---|---|---|---|
${Object.entries(papers).map(([key, { name, about, kind, address }]) => `| ${key} | ${name.en} | ${name.zh} | ${about.en} | ${paperKinds[kind].en} | ${address ?? ''} |`).join('\n')}
`

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split('/').at(-1))) fs.writeFileSync(page, rulesPage())
