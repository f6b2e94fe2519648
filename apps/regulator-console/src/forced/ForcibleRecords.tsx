import type { ForcibleRecord } from '@icp/contract'
import { useTypedDomain } from '@icp/filing-views'
import { EmptyState, LabelledRadios, Panel, StatusMark } from '@icp/ui'
import { useConsoleText } from '../text.js'

interface ForcibleRecordsProps {
  readonly rows: readonly ForcibleRecord[]
  readonly chosen: string | undefined
  readonly onChoose: (subjectId: string, number: string) => void
}

/** The records that were found, and in each what could be cancelled: the subject with everything, or one of its services. */
export function ForcibleRecords({ rows, chosen, onChoose }: ForcibleRecordsProps) {
  const t = useConsoleText()
  const typedDomain = useTypedDomain()
  if (rows.length === 0) return <EmptyState text={t('forced.notFound')} />
  return (
    <>
      {rows.map((record) => {
        const { subjectId, subjectNumber, subjectName, services, state, asked } = record
        const inForce = services.filter((service) => service.state === 'in-force')
        return (
          <Panel key={subjectId} title={`${subjectNumber} · ${subjectName}`} {...(state === 'cancelled' ? { actions: <StatusMark tone="neutral" text={t('forced.cancelled')} /> } : {})}>
            {state === 'cancelled' ? t('forced.nothingLeft') : (
              <LabelledRadios
                id={`force-${subjectId}`} label={t('forced.choose')} value={chosen ?? ''} onChange={(number) => onChoose(subjectId, number)}
                options={[
                  ...inForce.map((service) => ({ value: service.number, text: service.name, hint: [service.number, typedDomain(service), service.number === asked ? t('forced.asked') : ''].filter((part) => part !== '').join(' · ') })),
                  { value: subjectNumber, text: t('forced.wholeSubject'), hint: t('forced.withAll', { count: inForce.length }) },
                ]}
              />
            )}
          </Panel>
        )
      })}
    </>
  )
}
