import type { FilingView, SubjectSide } from '@icp/contract'
import { type Bilingual, findCode, natures } from '@icp/domain'
import { DefinitionRows, StatusMark, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { domainBothWays } from './domain-forms.js'
import { FilingNumber } from './FilingNumber.js'
import { filled } from './words.js'

const words = {
  giving: { zh: '迁出主体', en: 'Giving subject' },
  receiving: { zh: '接收主体', en: 'Receiving subject' },
  number: { zh: '主体备案号', en: 'Subject number' },
  name: { zh: '主办者名称', en: 'Owner' },
  nature: { zh: '单位性质', en: 'Nature' },
  websites: { zh: '名下有效网站', en: 'Websites in force' },
  none: { zh: '没有有效的网站', en: 'No website in force' },
  moves: { zh: '迁移', en: 'Moves' },
  moved: { zh: '已迁入', en: 'Moved here' },
  left: { zh: '已迁出：{number}', en: 'Moved away: {number}' },
  unknown: { zh: '接收方同意后显示。', en: 'Shown once the receiving owner has agreed.' },
} satisfies Record<string, Bilingual>

type Move = Pick<FilingView, 'migration' | 'content' | 'result' | 'status'>

/** Both subjects of a move side by side, as anybody can look them up, with what moves marked. Nothing for other kinds. */
export function SubjectSides({ filing: { migration, content, result, status } }: { readonly filing: Move }) {
  const say = useSay()
  if (!migration || content.form !== 'migration') return null
  const moving = new Set(status === 'approved' ? result?.serviceNumbers : content.serviceNumbers)
  const mark: Mark = status === 'approved' ? { tone: 'good', word: words.moved } : { tone: 'warn', word: words.moves }
  const [ended] = status === 'approved' ? content.serviceNumbers : []
  return (
    <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' } }}>
      <Side title={say(words.giving)} side={migration.giving} moving={moving} mark={mark} {...(ended ? { ended } : {})} />
      {migration.receiving
        ? <Side title={say(words.receiving)} side={migration.receiving} moving={moving} mark={mark} />
        : (
          <Box component="section" aria-label={say(words.receiving)}>
            <Typography component="h3" variant="h4" sx={{ mb: 1 }}>{say(words.receiving)}</Typography>
            <DefinitionRows rows={[{ label: say(words.number), value: <FilingNumber text={content.receivingNumber} /> }, { label: say(words.name), value: say(words.unknown) }]} />
          </Box>
        )}
    </Box>
  )
}

interface Mark {
  readonly tone: 'warn' | 'good'
  readonly word: Bilingual
}

interface SideProps {
  readonly title: string
  readonly side: SubjectSide
  readonly moving: ReadonlySet<string>
  /** What is said of those. */
  readonly mark: Mark
  /** The number that has ended here. */
  readonly ended?: string
}

function Side({ title, side, moving, mark, ended }: SideProps) {
  const say = useSay()
  const nature = findCode(natures, side.nature)
  const websites = (
    <Box component="ul" sx={{ m: 0, pl: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
      {ended && <li>{filled(say(words.left), { number: ended })}</li>}
      {side.services.map(({ number, name, domain }) => (
        <li key={number}>
          {moving.has(number) && <Box component="span" sx={{ mr: 1 }}><StatusMark tone={mark.tone} text={say(mark.word)} /></Box>}
          {domain === '' ? name : `${name} · ${domainBothWays(domain)}`} <Box component="span" sx={{ color: 'text.secondary', display: 'inline-block' }}><FilingNumber text={number} /></Box>
        </li>
      ))}
      {side.services.length === 0 && !ended && <li>{say(words.none)}</li>}
    </Box>
  )
  return (
    <Box component="section" aria-label={title}>
      <Typography component="h3" variant="h4" sx={{ mb: 1 }}>{title}</Typography>
      <DefinitionRows
        rows={[
          { label: say(words.number), value: <FilingNumber text={side.number} /> },
          { label: say(words.name), value: side.name },
          { label: say(words.nature), value: nature ? say(nature) : side.nature },
          { label: say(words.websites), value: websites },
        ]}
      />
    </Box>
  )
}
