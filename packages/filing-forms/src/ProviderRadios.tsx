import type { ProviderFound } from '@icp/contract'
import { type Bilingual, markMatches } from '@icp/domain'
import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { useSay } from '@icp/filing-views'
import { formWords } from './words.js'

interface ProviderRadiosProps {
  readonly rows: readonly ProviderFound[]
  readonly keywords: readonly string[]
  readonly chosenId: string
  readonly onChoose: (provider: ProviderFound) => void
  readonly placeOf: (code: string) => Bilingual | undefined
}

const Marked = ({ text, keywords }: { readonly text: string; readonly keywords: readonly string[] }) => (
  <>
    {markMatches(text, keywords).map((part, index) =>
      (part.marked ? <Box component="mark" key={index} sx={{ bgcolor: '#FBE7A8', color: 'inherit', px: 0.1 }}>{part.text}</Box> : <span key={index}>{part.text}</span>))}
  </>
)

/** The hits as one radio group: the button left of the name, arrow keys move the choice, what matched is marked. */
export function ProviderRadios({ rows, keywords, chosenId, onChoose, placeOf }: ProviderRadiosProps) {
  const say = useSay()
  const value = rows.some((row) => row.id === chosenId) ? chosenId : ''
  const choose = (id: string) => {
    const row = rows.find((one) => one.id === id)
    if (row) onChoose(row)
  }
  return (
    <RadioGroup aria-label={say(formWords.chooseProvider)} value={value} onChange={(_, id) => choose(id)}>
      {rows.map((row) => {
        const place = placeOf(row.province)
        return (
          <FormControlLabel
            key={row.id} value={row.id} control={<Radio onClick={() => choose(row.id)} />} sx={{ alignItems: 'flex-start', mr: 0, py: 0.75, borderBottom: 1, borderColor: 'divider' }}
            label={(
              <Box sx={{ pt: 1 }}>
                <Typography component="span" sx={{ fontWeight: 600, display: 'block' }}><Marked text={row.name} keywords={keywords} /></Typography>
                <Typography component="span" variant="body2" sx={{ color: 'text.secondary', display: 'block' }}>
                  <Marked text={row.nameEn} keywords={keywords} /> · {place ? say(place) : row.province} · {say(formWords.licence)} {row.licence}
                </Typography>
              </Box>
            )}
          />
        )
      })}
    </RadioGroup>
  )
}
