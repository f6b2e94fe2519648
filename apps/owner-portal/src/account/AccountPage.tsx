import { Answered, ContactsPanel, DevicesPanel, LogOnsPanel, OwnAuthenticatorPanel, PasswordPanel, SessionsPanel, useFormat, useSay, useText } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import { acceptanceDocuments, findCode, personalCertificateTypes } from '@icp/domain'
import { Banner, DataRows, DefinitionRows, PageContents, PageHeading, Panel } from '@icp/ui'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { paths } from '../paths.js'
import { LostPhoneWindow } from './LostPhoneWindow.js'
import { PhoneWaits } from './PhoneWaits.js'

const parts = [
  { id: 'identity', text: 'account.data' }, { id: 'contacts', text: 'account.contacts' }, { id: 'password', text: 'account.password' },
  { id: 'authenticator', text: 'account.authenticator' }, { id: 'devices', text: 'account.devices' }, { id: 'known-devices', text: 'account.knownDevices' }, { id: 'log-ons', text: 'account.logOns' },
  { id: 'acceptances', text: 'account.acceptances' }, { id: 'own-data', text: 'ownData.title' },
] as const

/** My account: who I am, phone and mail, password, devices, and every document that I accepted, with version and time. */
export function AccountPage() {
  const t = useText()
  const say = useSay()
  const format = useFormat()
  const account = useAnswer('getOwnAccount', {})
  const [lost, setLost] = useState(false)
  return (
    <>
      <PageHeading>{t('account.title')}</PageHeading>
      <Answered answer={account}>
        {(own) => {
          const type = findCode(personalCertificateTypes, own.certificateType)
          return (
            <>
              <PageContents label={t('account.contents')} entries={parts.map((part) => ({ id: part.id, title: t(part.text) }))} />
              <Panel title={t('account.data')} id="identity">
                <DefinitionRows
                  rows={[
                    { label: t('registration.fields.userName.label'), value: own.userName },
                    { label: t('registration.fields.name.label'), value: own.name },
                    { label: t('registration.fields.certificateType.label'), value: type ? say(type) : '' },
                    { label: t('registration.fields.certificateNumber.label'), value: own.certificateNumber },
                    { label: t('account.registeredAt'), value: format.dayAndTime(own.registeredAt) },
                  ]}
                />
              </Panel>
              <ContactsPanel own={own} otherWay={<Button variant="text" size="small" onClick={() => setLost(true)} sx={{ mt: 1 }}>{t('account.lost.open')}</Button>}>
                <PhoneWaits />
                {own.heldUntil && <Banner tone="warn" title={t('account.held', { time: format.dayAndTime(own.heldUntil) })} />}
              </ContactsPanel>
              <PasswordPanel />
              <OwnAuthenticatorPanel since={own.authenticatorSince} />
              <SessionsPanel />
              <DevicesPanel />
              <LogOnsPanel />
              <Panel title={t('account.acceptances')} id="acceptances">
                <DataRows
                  caption={t('account.acceptances')} rows={own.acceptances} rowKey={(one) => `${one.document}-${one.version}`}
                  columns={[
                    { id: 'document', heading: t('account.document'), main: true, cell: (one) => say(acceptanceDocuments[one.document].title) },
                    { id: 'version', heading: t('account.version'), cell: (one) => one.version },
                    { id: 'at', heading: t('account.acceptedAt'), cell: (one) => format.dateTime(one.acceptedAt) },
                  ]}
                />
              </Panel>
              <Panel title={t('ownData.title')} id="own-data" actions={<Button variant="outlined" component={Link} to={paths.ownData}>{t('ownData.open')}</Button>}>
                <Typography>{t('ownData.about')}</Typography>
              </Panel>
              {lost && <LostPhoneWindow onClose={() => setLost(false)} onDone={() => setLost(false)} />}
            </>
          )
        }}
      </Answered>
    </>
  )
}
