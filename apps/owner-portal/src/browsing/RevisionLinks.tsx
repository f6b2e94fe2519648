import { useFormat, useText } from '@icp/app-shell'
import type { FilingView } from '@icp/contract'
import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.js'

/** The versions of a filing's content; the shown one is text, the others are links. */
export function RevisionLinks({ filing, shown }: { readonly filing: FilingView; readonly shown: number }) {
  const t = useText()
  const format = useFormat()
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {filing.revisions.map((revision) => {
        const text = `${t('browsing.versionN', { n: revision.number })} · ${format.dayAndTime(revision.at)} · ${t(`browsing.cause.${revision.cause}`)}`
        return (
          <li key={revision.number} aria-current={revision.number === shown ? 'true' : undefined}>
            {revision.number === shown ? <strong>{text}</strong> : <MuiLink component={Link} to={paths.browseOne} params={{ id: filing.id } as never} search={{ revision: revision.number } as never}>{text}</MuiLink>}
          </li>
        )
      })}
    </Box>
  )
}
