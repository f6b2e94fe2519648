import { Answered, useText } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import { CardList, PageHeading, Panel } from '@icp/ui'
import { CertificateCard } from './CertificateCard.js'
import { FooterSnippet } from './FooterSnippet.js'
import { NotYet } from '../shared/NotYet.js'

/** The e-certificates of my subjects: the current one to download, earlier ones marked as replaced or cancelled. */
export function CertificatePage() {
  const t = useText()
  const records = useAnswer('listOwnRecords', {}, { refetchInterval: 10_000 })
  return (
    <>
      <PageHeading lead={t('certificate.lead')}>{t('certificate.title')}</PageHeading>
      <Answered answer={records}>
        {({ rows }) => {
          const certified = rows.filter((record) => record.certificates.length > 0)
          if (certified.length === 0) return <NotYet />
          return certified.map((record) => (
            <Panel key={record.id} title={`${record.number} · ${record.name}`}>
              <CardList label={t('certificate.list')} items={record.certificates} itemKey={(certificate) => certificate.id}>
                {(certificate) => <CertificateCard certificate={certificate} />}
              </CardList>
              {record.state === 'in-force' && <FooterSnippet services={record.services.filter((service) => service.state === 'in-force')} />}
            </Panel>
          ))
        }}
      </Answered>
    </>
  )
}
