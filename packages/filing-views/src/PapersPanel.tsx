import { paperKinds, papers } from '@icp/domain'
import { DataRows, Panel, useSay } from '@icp/ui'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { viewWords } from './words.js'

/** The papers that rules and their values rest on, what binds and what is only practice. */
export function PapersPanel() {
  const say = useSay()
  return (
    <Panel title={say(viewWords.papersTitle)}>
      <Typography sx={{ mb: 2, color: 'text.secondary' }}>{say(viewWords.papersLead)}</Typography>
      <DataRows
        caption={say(viewWords.papersTitle)} rows={Object.entries(papers)} rowKey={([key]) => key} cardsBelow={900}
        columns={[
          { id: 'name', heading: say(viewWords.paper), main: true, minWidth: 180, cell: ([, { name, address }]) => (address ? <Link href={address} target="_blank" rel="noopener noreferrer">{say(name)}</Link> : say(name)) },
          { id: 'about', heading: say(viewWords.paperAbout), minWidth: 240, cell: ([, { about }]) => say(about) },
          { id: 'kind', heading: say(viewWords.paperKind), whole: true, cell: ([, { kind }]) => say(paperKinds[kind]) },
        ]}
      />
    </Panel>
  )
}
