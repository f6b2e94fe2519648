import { Answered, useText } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { RegisterSubjectView } from '@icp/contract'
import { useTypedDomain } from '@icp/filing-views'
import { LabelledRadios, PageHeading, Panel } from '@icp/ui'
import { useState } from 'react'
import { NotYet } from '../shared/NotYet.js'
import { CancellationForm } from './CancellationForm.js'
import { Obstacle } from '../shared/Obstacle.js'

/** Applies to end one access of one service; the service and its number stay. */
export function CancelAccessPage() {
  const t = useText()
  const records = useAnswer('listOwnRecords', {}, { refetchInterval: 10_000 })
  return (
    <>
      <PageHeading lead={t('cancellation.access.lead')}>{t('cancellation.access.title')}</PageHeading>
      <Answered answer={records}>
        {({ rows }) => {
          const live = rows.filter((record) => record.state === 'in-force')
          return live.length > 0 ? <ChooseAccess records={live} /> : <NotYet />
        }}
      </Answered>
    </>
  )
}

function ChooseAccess({ records }: { readonly records: readonly RegisterSubjectView[] }) {
  const t = useText()
  const typedDomain = useTypedDomain()
  const [chosen, setChosen] = useState('')
  const choices = records.flatMap((record) => record.services.filter((service) => service.state === 'in-force')
    .flatMap((service) => service.accesses.map((access) => ({ record, service, access, value: `${service.id} ${access.id}` }))))
  const choice = choices.find(({ value }) => value === chosen)
  return (
    <>
      <Panel>
        <LabelledRadios
          id="cancel-access" label={t('cancellation.access.which')} required value={chosen} onChange={setChosen}
          options={choices.map(({ service, access, value }) => ({ value, text: `${service.name} · ${access.providerName}`, hint: `${typedDomain(service)} · ${service.number}` }))}
        />
      </Panel>
      {choice && (choice.record.openFilings.length > 0
        ? <Obstacle record={choice.record} />
        : <CancellationForm key={choice.value} kind="cancel-access" record={choice.record} falling={[choice.service]} access={choice.access} />)}
    </>
  )
}
