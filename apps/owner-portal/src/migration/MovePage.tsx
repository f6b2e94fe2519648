import { Answered, useText } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { RegisterSubjectView } from '@icp/contract'
import { kindObstacle } from '@icp/domain'
import { useRuleContext } from '@icp/filing-forms'
import { domainBothWays } from '@icp/filing-views'
import { LabelledRadios, PageHeading, Panel } from '@icp/ui'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Obstacle } from '../shared/Obstacle.js'
import { NotYet } from '../shared/NotYet.js'
import { standingOf } from '../shared/record-standing.js'
import { MoveForm } from './MoveForm.js'

/** Proposes that one website moves to another subject. Nothing moves before its owner, the provider, the persons in charge and the administration have agreed. */
export function MovePage() {
  const t = useText()
  const { record: asked } = useSearch({ strict: false }) as { record?: string }
  const records = useAnswer('listOwnRecords', {}, { refetchInterval: 10_000 })
  return (
    <>
      <PageHeading lead={t('migration.lead')}>{t('migration.title')}</PageHeading>
      <Answered answer={records}>
        {({ rows }) => {
          const live = rows.filter((record) => record.state === 'in-force' && (asked === undefined || record.id === asked))
          return live.some((record) => movable(record).length > 0) ? <ChooseWebsite records={live} /> : <NotYet />
        }}
      </Answered>
    </>
  )
}

/** Only websites move, and without an access nobody could verify the new owner. */
const movable = (record: RegisterSubjectView) => record.services.filter(({ state, type, accesses }) => state === 'in-force' && type === 'website' && accesses.length > 0)

function ChooseWebsite({ records }: { readonly records: readonly RegisterSubjectView[] }) {
  const t = useText()
  const context = useRuleContext()
  const [chosen, setChosen] = useState('')
  const choices = records.flatMap((record) => movable(record).map((service) => ({ record, service })))
  const choice = choices.find(({ service }) => service.id === chosen)
  const inForce = choice?.record.services.filter(({ state }) => state === 'in-force') ?? []
  const obstacle = choice && kindObstacle('migrate-service', standingOf(choice.record, context))
  return (
    <>
      <Panel>
        <LabelledRadios
          id="move-website" label={t('migration.which')} hint={t('migration.whichHint')} required value={chosen} onChange={setChosen}
          options={choices.map(({ service }) => ({ value: service.id, text: `${service.name} · ${domainBothWays(service.domain)}`, hint: service.number }))}
        />
      </Panel>
      {choice && (obstacle
        ? <Obstacle record={choice.record} />
        : <MoveForm key={choice.service.id} record={choice.record} service={choice.service} isLast={inForce.length === 1} />)}
    </>
  )
}
