import type { FilingView } from '@icp/contract'
import { findProvince, type RegistrationContent, serviceSuffixes, shanghaiDay } from '@icp/domain'
import { useTypedDomain } from '@icp/filing-views'
import { DataRows, DefinitionRows } from '@icp/ui'
import { useConsoleText } from '../text.js'

/** What the approval of a registration brings about. The number itself is allocated with the approval, so that none is ever lost. */
export function WhatIsIssued({ filing, content }: { readonly filing: FilingView; readonly content: RegistrationContent }) {
  const t = useConsoleText()
  const typedDomain = useTypedDomain()
  const isNew = filing.kind === 'new-subject'
  const place = findProvince(filing.province)?.icpCharacter ?? ''
  const year = shanghaiDay(new Date().toISOString()).slice(0, 4)
  return (
    <>
      <DefinitionRows
        rows={[
          { label: t('review.approve.number'), value: isNew ? t('review.approve.numberText', { character: place, year }) : t('review.approve.numberKept') },
          { label: t('review.approve.certificate'), value: t(isNew ? 'review.approve.certificateFirst' : 'review.approve.certificateText') },
        ]}
      />
      <DataRows
        caption={t('review.approve.services')} captionShown rows={content.services} rowKey={(service) => service.id}
        columns={[
          { id: 'name', heading: t('review.approve.serviceName'), main: true, cell: (service) => service.name },
          { id: 'domain', heading: t('review.approve.domain'), cell: typedDomain },
          { id: 'suffix', heading: t('review.approve.suffix'), cell: (service) => (isNew ? `-${content.services.indexOf(service) + 1}${serviceSuffixes[service.type]}` : '—') },
        ]}
      />
    </>
  )
}
