import { Answered } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { KeptAdministration } from '@icp/contract'
import { administrationName } from '@icp/domain'
import { Moment } from '@icp/filing-views'
import { Banner, DataRows, PageHeading, StatusMark, useSay } from '@icp/ui'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useConsoleText } from '../text.js'
import { AdministrationWindow } from './AdministrationWindow.js'

/** The administrations of the 31 provinces, and how each is reached. */
export function AdministrationsPage() {
  const t = useConsoleText()
  const say = useSay()
  const list = useAnswer('listAdministrations', {})
  const [changing, setChanging] = useState<KeptAdministration | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const nameOf = (province: string) => say(administrationName(province))
  return (
    <>
      <PageHeading lead={t('organisations.administrations.lead')}>{t('organisations.administrations.title')}</PageHeading>
      {done && <Banner tone="good" live="status">{t('organisations.administrations.done', { name: done })}</Banner>}
      <Answered answer={list} rows={8}>
        {({ rows }) => (
          <DataRows
            caption={t('organisations.administrations.title')} rows={rows} rowKey={({ province }) => province} cardsBelow={900}
            columns={[
              { id: 'name', heading: t('organisations.administrations.name'), main: true, minWidth: 180, cell: (row) => nameOf(row.province) },
              { id: 'inReview', heading: t('organisations.administrations.inReview'), numeric: true, cell: (row) => row.inReview },
              {
                id: 'overdue', heading: t('organisations.administrations.overdue'), numeric: true,
                cell: (row) => (row.overdue > 0 ? <StatusMark tone="bad" text={t('organisations.administrations.late', { count: row.overdue })} /> : 0),
              },
              { id: 'phone', heading: t('organisations.administrations.phone'), cell: (row) => row.phone || t('keeping.none') },
              { id: 'address', heading: t('organisations.administrations.address'), minWidth: 160, cell: (row) => row.address || t('keeping.none') },
              { id: 'website', heading: t('organisations.administrations.website'), cell: (row) => (row.website ? <a href={row.website} rel="noreferrer noopener" target="_blank" style={{ overflowWrap: 'anywhere' }}>{row.website}</a> : t('keeping.none')) },
              { id: 'changed', heading: t('organisations.administrations.changed'), cell: (row) => (row.changedAt ? <Moment at={row.changedAt} /> : t('keeping.none')) },
              {
                id: 'act', heading: t('organisations.administrations.act'),
                cell: (row) => <Button size="small" variant="outlined" aria-label={t('organisations.administrations.changeOf', { name: nameOf(row.province) })} onClick={() => setChanging(row)}>{t('organisations.change')}</Button>,
              },
            ]}
          />
        )}
      </Answered>
      {changing && (
        <AdministrationWindow
          administration={changing} name={nameOf(changing.province)} onClose={() => setChanging(null)}
          onDone={() => {
            setDone(nameOf(changing.province))
            setChanging(null)
          }}
        />
      )}
    </>
  )
}
