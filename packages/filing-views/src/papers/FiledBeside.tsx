import { type FilingContent, summaryOf, type SummaryGroup } from '@icp/domain'
import { useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { Revealing } from '../reveal/Revealing.js'
import type { Reveal, Revealable } from '../reveal/use-reveal.js'
import { SummaryRows } from '../SummaryRows.js'
import { useNames } from '../use-names.js'
import { filled } from '../words.js'
import { paperWords } from './words.js'

interface FiledBesideProps {
  readonly about: string
  readonly content: FilingContent
  readonly reveal?: Revealable
}

/** What was filed of the part that a picture is about. The network of a service is on no paper. */
export function FiledBeside({ reveal, ...shown }: FiledBesideProps) {
  return <Revealing of={reveal}>{(asked) => <Groups {...shown} reveal={asked} />}</Revealing>
}

function Groups({ about, content, reveal }: Omit<FiledBesideProps, 'reveal'> & { readonly reveal: Reveal | undefined }) {
  const say = useSay()
  const names = useNames()
  const whole = summaryOf(content, names).find(({ path }) => path === about)
  if (!whole) return <Typography>{say(paperWords.notFiled)}</Typography>
  const groups: readonly SummaryGroup[] = [whole, ...whole.groups.filter(({ section }) => section !== 'access')]
  return (
    <Box role="group" aria-label={filled(say(paperWords.beside), { part: say(whole.title) })} tabIndex={0} sx={{ maxHeight: { md: '64vh' }, overflow: 'auto', minWidth: 0 }}>
      {groups.map((group) => (
        <Box key={group.path} sx={{ mb: 2 }}>
          <Typography component="h3" variant="h4" sx={{ mb: 1 }}>{say(group.title)}</Typography>
          <SummaryRows rows={group.rows} content={content} reveal={reveal} />
        </Box>
      ))}
    </Box>
  )
}
