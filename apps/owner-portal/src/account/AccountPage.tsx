import { Answered, useFormat, useSay, useText } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import { acceptanceDocuments, findCode, personalCertificateTypes } from '@icp/domain'
import { DataRows, DefinitionRows, PageHeading, Panel } from '@icp/ui'

/** My account: masked contact data and every document that I accepted, with version and time. */
export function AccountPage() {
  const t = useText()
  const say = useSay()
  const format = useFormat()
  const account = useAnswer('getOwnAccount', {})
  return (
    <>
      <PageHeading>{t('account.title')}</PageHeading>
      <Answered answer={account}>
        {(own) => {
          const type = findCode(personalCertificateTypes, own.certificateType)
          return (
            <>
              <Panel title={t('account.data')}>
                <DefinitionRows
                  rows={[
                    { label: t('registration.fields.userName.label'), value: own.userName },
                    { label: t('registration.fields.name.label'), value: own.name },
                    { label: t('registration.fields.certificateType.label'), value: type ? say(type) : '' },
                    { label: t('registration.fields.certificateNumber.label'), value: own.certificateNumber },
                    { label: t('registration.fields.mobile.label'), value: own.mobile },
                    { label: t('registration.fields.email.label'), value: own.email },
                    { label: t('account.registeredAt'), value: format.dayAndTime(own.registeredAt) },
                  ]}
                />
              </Panel>
              <Panel title={t('account.acceptances')}>
                <DataRows
                  caption={t('account.acceptances')} rows={own.acceptances} rowKey={(one) => `${one.document}-${one.version}`}
                  columns={[
                    { id: 'document', heading: t('account.document'), main: true, cell: (one) => say(acceptanceDocuments[one.document].title) },
                    { id: 'version', heading: t('account.version'), cell: (one) => one.version },
                    { id: 'at', heading: t('account.acceptedAt'), cell: (one) => format.dayAndTime(one.acceptedAt) },
                  ]}
                />
              </Panel>
            </>
          )
        }}
      </Answered>
    </>
  )
}
