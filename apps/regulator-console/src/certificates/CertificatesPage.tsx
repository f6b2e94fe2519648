import { useAnswer } from '@icp/client'
import type { CertificateRow } from '@icp/contract'
import { Moment } from '@icp/filing-views'
import { PageHeading, StatusMark, type Tone } from '@icp/ui'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useSearch } from '@tanstack/react-router'
import { SearchedList } from '../shared/SearchedList.js'
import { textQueryOf, textSearch } from '../shared/text-search.js'
import { useConsoleText } from '../text.js'
import { DownloadButton } from '../shared/DownloadButton.js'

const faces: Readonly<Record<CertificateRow['state'], Tone>> = { current: 'good', replaced: 'neutral', cancelled: 'bad' }

/** Every certificate that this administration has issued, each with its PDF and its public verification. */
export function CertificatesPage() {
  const t = useConsoleText()
  const search = textSearch.parse(useSearch({ strict: false }))
  const list = useAnswer('listCertificates', { query: textQueryOf(search) }, { placeholderData: (previous) => previous })
  const acts = (row: CertificateRow) => (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', '& > *': { whiteSpace: 'nowrap' } }}>
      <DownloadButton
        certificateId={row.id} fileName={`${row.subjectNumber}-v${row.version}`} text={t('certificates.download')}
        label={t('certificates.downloadOf', { number: row.subjectNumber, n: row.version })}
      />
      <Link href={row.verifyUrl} target="_blank" rel="noreferrer" aria-label={t('certificates.verifyOf', { number: row.subjectNumber, n: row.version })}>{t('certificates.verify')}</Link>
    </Box>
  )
  return (
    <>
      <PageHeading lead={t('certificates.lead')}>{t('certificates.title')}</PageHeading>
      <SearchedList
        search={search} answer={list} rowKey={(row) => row.id}
        words={{
          search: t('certificates.search'), hint: t('certificates.searchHint'), go: t('certificates.go'), clear: t('certificates.clear'), caption: t('certificates.caption'),
          none: t('certificates.none'), noneMatch: t('certificates.noneMatch'), count: (total) => t('certificates.count', { total }),
        }}
        columns={[
          { id: 'number', heading: t('certificates.number'), main: true, cell: (row) => <Box component="span" sx={{ whiteSpace: 'nowrap' }}>{row.subjectNumber}</Box> },
          { id: 'subject', heading: t('certificates.subject'), minWidth: 120, cell: (row) => row.subjectName },
          { id: 'version', heading: t('certificates.version'), whole: true, cell: (row) => t('certificates.versionN', { n: row.version }) },
          { id: 'state', heading: t('certificates.state'), cell: (row) => <StatusMark tone={faces[row.state]} text={t(`certificates.states.${row.state}`)} /> },
          { id: 'services', heading: t('certificates.services'), numeric: true, cell: (row) => row.services },
          { id: 'issued', heading: t('certificates.issued'), cell: (row) => <Moment at={row.issuedAt} /> },
          { id: 'ended', heading: t('certificates.ended'), cell: (row) => (row.endedAt ? <Moment at={row.endedAt} /> : '—') },
          { id: 'acts', heading: t('certificates.acts'), cell: acts },
        ]}
      />
    </>
  )
}
