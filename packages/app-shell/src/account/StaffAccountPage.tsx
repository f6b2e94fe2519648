import { useAnswer } from '@icp/client'
import { roleWords } from '@icp/domain'
import { DefinitionRows, PageContents, PageHeading, Panel, useFormat, useSay } from '@icp/ui'
import { useShellText } from '../language/use-text.js'
import { Answered } from '../problems/Answered.js'
import { useMe } from '../session/use-session.js'
import { ContactsPanel } from './ContactsPanel.js'
import { DevicesPanel } from './DevicesPanel.js'
import { LogOnsPanel } from './LogOnsPanel.js'
import { PasswordPanel } from './PasswordPanel.js'
import { SessionsPanel } from './SessionsPanel.js'

const parts = [
  { id: 'identity', text: 'own.staff.data' }, { id: 'contacts', text: 'contacts.title' }, { id: 'password', text: 'own.password.title' }, { id: 'devices', text: 'own.sessions.title' },
  { id: 'known-devices', text: 'own.devices.title' }, { id: 'log-ons', text: 'own.logOns.title' },
] as const

/** The account page of staff: who they are here, phone and mail, their password and their devices. Everything else about it is the security administrator's. */
export function StaffAccountPage() {
  const t = useShellText()
  const say = useSay()
  const format = useFormat()
  const me = useMe()
  const account = useAnswer('getOwnAccount', {})
  return (
    <>
      <PageHeading lead={t('own.staff.lead')}>{t('own.staff.title')}</PageHeading>
      <Answered answer={account} rows={4}>
        {(own) => (
          <>
            <PageContents label={t('own.staff.contents')} entries={parts.map((part) => ({ id: part.id, title: t(part.text) }))} />
            <Panel title={t('own.staff.data')} id="identity">
              <DefinitionRows
                rows={[
                  { label: t('own.staff.userName'), value: own.userName }, { label: t('own.staff.name'), value: own.name },
                  { label: t('own.staff.role'), value: say(roleWords[me.role]) }, ...(me.provider ? [{ label: t('own.staff.provider'), value: me.provider.name }] : []),
                  { label: t('own.staff.since'), value: format.dayAndTime(own.registeredAt) },
                ]}
              />
            </Panel>
            <ContactsPanel own={own} />
            <PasswordPanel />
            <SessionsPanel />
            <DevicesPanel />
            <LogOnsPanel />
          </>
        )}
      </Answered>
    </>
  )
}
