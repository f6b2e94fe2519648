import { Answered } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { KeptProvider } from '@icp/contract'
import { findProvince } from '@icp/domain'
import { Moment, useDivisions } from '@icp/filing-views'
import { Banner, DefinitionRows, PageHeading, Panel, StatusMark, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { paths } from '../paths.js'
import { useConsoleText } from '../text.js'
import { ProviderWindow } from './ProviderWindow.js'
import { ResumeWindow, SuspendWindow } from './StandingWindows.js'

type Act = 'change' | 'suspend' | 'resume'

/** One access provider: what is kept of it, and whether it may be chosen. */
export function ProviderPage() {
  const t = useConsoleText()
  const { id } = useParams({ strict: false }) as { id: string }
  const provider = useAnswer('getKeptProvider', { params: { id } })
  return (
    <>
      <Answered answer={provider} rows={6} heading={t('organisations.providers.title')}>{(shown) => <Shown provider={shown} />}</Answered>
      <Button variant="text" component={Link} to={paths.providers}>{t('organisations.provider.back')}</Button>
    </>
  )
}

function Shown({ provider }: { readonly provider: KeptProvider }) {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  const divisions = useDivisions()
  const [act, setAct] = useState<Act | null>(null)
  const [done, setDone] = useState<Act | null>(null)
  const shared = {
    provider, onClose: () => setAct(null),
    onDone: () => {
      setDone(act)
      setAct(null)
    },
  }
  const { suspension } = provider
  const place = [findProvince(provider.province), divisions?.divisionName(provider.city)].flatMap((one) => (one ? [say(one)] : [])).join(' · ')
  return (
    <>
      <PageHeading actions={<StatusMark tone={suspension ? 'bad' : 'good'} text={t(`organisations.states.${provider.state}`)} />}>{say({ zh: provider.name, en: provider.nameEn })}</PageHeading>
      {done && <Banner tone="good" live="status">{t(`organisations.provider.done.${done}`)}</Banner>}
      {suspension && (
        <Banner tone="warn" title={t('organisations.provider.suspended', { since: format.dateTime(suspension.since) })}>
          {t(`organisations.reasons.${suspension.reason}`)}
        </Banner>
      )}
      <Panel title={t('organisations.provider.facts')}>
        <DefinitionRows
          rows={[
            { label: t('organisations.fields.name'), value: provider.name }, { label: t('organisations.fields.nameEn'), value: provider.nameEn },
            { label: t('organisations.fields.licence'), value: provider.licence }, { label: t('organisations.provider.place'), value: place },
            { label: t('organisations.fields.keywords'), value: provider.keywords.join(say({ zh: '、', en: ', ' })) || t('keeping.none') },
            { label: t('organisations.fields.ipBlocks'), value: provider.ipBlocks.length === 0 ? t('keeping.none') : <Box component="span" sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{provider.ipBlocks.join('\n')}</Box> },
            { label: t('organisations.providers.added'), value: <Moment at={provider.addedAt} /> },
          ]}
        />
      </Panel>
      <Panel title={t('organisations.provider.acts')}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
          <Button variant="contained" onClick={() => setAct('change')}>{t('organisations.provider.change')}</Button>
          {suspension
            ? <Button variant="outlined" onClick={() => setAct('resume')}>{t('organisations.provider.resume')}</Button>
            : <Button variant="outlined" color="error" onClick={() => setAct('suspend')}>{t('organisations.provider.suspend')}</Button>}
        </Box>
      </Panel>
      {act === 'change' && <ProviderWindow {...shared} />}
      {act === 'suspend' && <SuspendWindow {...shared} />}
      {act === 'resume' && <ResumeWindow {...shared} />}
    </>
  )
}
