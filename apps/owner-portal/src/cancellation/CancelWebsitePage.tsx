import { Answered, useText } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { RegisterSubjectView } from '@icp/contract'
import { useTypedDomain } from '@icp/filing-views'
import { Banner, LabelledRadios, PageHeading, Panel } from '@icp/ui'
import Button from '@mui/material/Button'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { NotYet } from '../shared/NotYet.js'
import { paths } from '../paths.js'
import { useServiceText } from '../shared/use-service-text.js'
import { CancellationForm } from './CancellationForm.js'
import { HollowObstacle, Obstacle } from '../shared/Obstacle.js'

/** Applies to cancel one service; the others and the subject stay. */
export function CancelWebsitePage() {
  const t = useText()
  const records = useAnswer('listOwnRecords', {}, { refetchInterval: 10_000 })
  return (
    <>
      <PageHeading lead={t('cancellation.website.lead')}>{t('cancellation.website.title')}</PageHeading>
      <Answered answer={records}>
        {({ rows }) => {
          const live = rows.filter((record) => record.state === 'in-force')
          if (live.length === 0) return <NotYet />
          return <ChooseWebsite records={live} />
        }}
      </Answered>
    </>
  )
}

function ChooseWebsite({ records }: { readonly records: readonly RegisterSubjectView[] }) {
  const t = useText()
  const serviceText = useServiceText()
  const typedDomain = useTypedDomain()
  const [chosen, setChosen] = useState('')
  const choices = records.flatMap((record) => record.services.filter((service) => service.state === 'in-force').map((service) => ({ record, service })))
  const choice = choices.find((one) => one.service.id === chosen)
  const last = choice && choice.record.services.filter((service) => service.state === 'in-force').length === 1
  return (
    <>
      <Panel>
        <LabelledRadios
          id="cancel-website" label={t('cancellation.website.which')} hint={t('cancellation.website.whichHint')} required value={chosen} onChange={setChosen}
          options={choices.map(({ service }) => ({ value: service.id, text: `${service.name} · ${typedDomain(service)}`, hint: service.number }))}
        />
      </Panel>
      {choice && choice.record.openFilings.length > 0 && <Obstacle record={choice.record} />}
      {choice && choice.record.openFilings.length === 0 && (last
        ? <Banner tone="warn" title={serviceText('cancellation.website.lastTitle', choice.service.type)} actions={<Button variant="contained" component={Link} to={paths.cancelSubject}>{t('cancellation.website.toSubject')}</Button>}>{t('cancellation.website.lastText')}</Banner>
        : choice.service.accesses.length === 0 ? <HollowObstacle />
          : <CancellationForm key={choice.service.id} kind="cancel-service" record={choice.record} falling={[choice.service]} />)}
    </>
  )
}
