import { useFormat, useSay, useText } from '@icp/app-shell'
import { blocking, entryScope, type Finding, findingsUnder, mostServices, type Service, type ServiceType } from '@icp/domain'
import { Banner, BusyButton, CardList, ConfirmDialog, EmptyState, type ErrorItem, ErrorSummary, PageHeading } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useState } from 'react'
import { useServiceText } from '../shared/use-service-text.js'
import { AccessWindow } from './AccessWindow.js'
import { subjectFindings, websiteFindings } from './draft-findings.js'
import { MediationsPart } from './MediationsPart.js'
import { toRedoUnder } from './redo-marks.js'
import { useDraft } from './use-draft.js'
import { useStepChange } from './use-step-change.js'
import { WebsiteCard } from './WebsiteCard.js'
import { WebsiteWindow } from './WebsiteWindow.js'

type Open =
  | { readonly window: 'website'; readonly serviceId: string | null; readonly type: ServiceType }
  | { readonly window: 'access'; readonly serviceId: string; readonly accessId: string | null }
  | { readonly window: 'delete-website'; readonly serviceId: string }
  | { readonly window: 'delete-access'; readonly serviceId: string; readonly accessId: string }

const leads: Readonly<Record<string, string>> = { 'new-service': 'entry.websites.leadNewService', 'new-access': 'entry.websites.leadNewAccess', change: 'entry.websites.leadChange' }

/** Step 2: the websites, apps and other services and the accesses of each. Next stays here while one of them lacks something, and names it. */
export function WebsitesStep() {
  const t = useText()
  const serviceText = useServiceText()
  const say = useSay()
  const format = useFormat()
  const draft = useDraft()
  const goTo = useStepChange()
  const scope = entryScope(draft.kind)
  const [open, setOpen] = useState<Open | null>(null)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [summary, setSummary] = useState<readonly ErrorItem[]>([])
  const { services } = draft.content
  const findings = websiteFindings(draft.findings)
  const notYet = scope.subject && blocking(subjectFindings(draft.findings)).length > 0

  useEffect(() => {
    if (notYet) goTo('subject', true)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the way there is made anew at every drawing
  }, [notYet])

  const put = (next: readonly Service[]) => draft.change({ ...draft.content, services: [...next] })
  const close = () => setOpen(null)
  const namesOf = (finding: Finding) => {
    const service = services.find((one) => finding.path.split('.')[1] === one.id)
    const [name, text] = [service ? service.name || service.domain : '', say(finding.text)]
    return { fieldId: service ? `website-${service.id}` : scope.newServices ? 'add-website' : '', text: name === '' || text.includes(name) ? text : format.labelled(name, text) }
  }
  const next = async () => {
    setTried(true)
    const stop = blocking(findings)
    setSummary(stop.map(namesOf))
    if (stop.length > 0 || busy) return
    setBusy(true)
    const { safe } = await draft.flush()
    setBusy(false)
    if (safe) goTo('summary')
  }
  // The button that was pressed is gone with its row; the focus goes to what stays.
  const goOnAt = (id: string) => requestAnimationFrame(() => document.getElementById(id)?.focus())
  const removeWebsite = (serviceId: string) => {
    put(services.filter((one) => one.id !== serviceId))
    goOnAt('add-website')
  }
  const removeAccess = (serviceId: string, accessId: string) => {
    put(services.map((one) => (one.id === serviceId ? { ...one, accesses: one.accesses.filter((access) => access.id !== accessId) } : one)))
    goOnAt(`website-${serviceId}`)
  }
  const doomed = open?.window === 'delete-website' ? services.find((one) => one.id === open.serviceId) : undefined
  const what = doomed?.type ?? 'website'

  return (
    <>
      <ErrorSummary title={t('entry.problem')} items={summary} />
      <PageHeading
        lead={t(leads[draft.kind] ?? 'entry.websites.lead')} titlePrefix={summary.length > 0 ? t('entry.errorPrefix') : ''}
        actions={scope.newServices && (
          <>
            <Button id="add-website" variant={services.length === 0 ? 'contained' : 'outlined'} disabled={services.length >= mostServices} onClick={() => setOpen({ window: 'website', serviceId: null, type: 'website' })}>{t('entry.websites.add')}</Button>
            <Button variant="outlined" disabled={services.length >= mostServices} onClick={() => setOpen({ window: 'website', serviceId: null, type: 'app' })}>{t('entry.websites.addApp')}</Button>
          </>
        )}
      >
        {t('entry.websites.title')}
      </PageHeading>
      {services.length >= mostServices && <Banner tone="warn">{t('entry.websites.most', { most: mostServices })}</Banner>}
      {services.length === 0 && <EmptyState text={t(scope.newServices ? 'entry.websites.none' : 'entry.websites.noneFiled')} />}
      <CardList label={t('entry.websites.list')} items={services} itemKey={(service) => service.id}>
        {(service) => (
          <WebsiteCard
            service={service} scope={scope} findings={findingsUnder(findings, `services.${service.id}`)} redo={toRedoUnder(draft.redo, `services.${service.id}`)} marked={tried}
            onEdit={() => setOpen({ window: 'website', serviceId: service.id, type: service.type })}
            onDelete={() => setOpen({ window: 'delete-website', serviceId: service.id })}
            onAddAccess={() => setOpen({ window: 'access', serviceId: service.id, accessId: null })}
            onEditAccess={(accessId) => setOpen({ window: 'access', serviceId: service.id, accessId })}
            onDeleteAccess={(accessId) => setOpen({ window: 'delete-access', serviceId: service.id, accessId })}
          />
        )}
      </CardList>
      <MediationsPart />
      <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap' }}>
        {scope.subject && <Button variant="outlined" size="large" onClick={() => goTo('subject')}>{t('entry.previous')}</Button>}
        <BusyButton size="large" busy={busy} busyText={t('entry.saving')} onClick={() => void next()}>{t('entry.next')}</BusyButton>
      </Box>
      {open?.window === 'website' && <WebsiteWindow serviceId={open.serviceId} type={open.type} onClose={close} />}
      {open?.window === 'access' && <AccessWindow serviceId={open.serviceId} accessId={open.accessId} onClose={close} />}
      <ConfirmDialog
        open={open?.window === 'delete-website'} title={serviceText('entry.websites.deleteTitle', what)} confirmText={t('entry.delete')} cancelText={t('entry.cancel')} tone="bad"
        onCancel={close} onConfirm={() => { if (open?.window === 'delete-website') removeWebsite(open.serviceId); close() }}
      >
        {doomed ? serviceText('entry.websites.deleteText', what, { name: doomed.name }) : ''}
      </ConfirmDialog>
      <ConfirmDialog
        open={open?.window === 'delete-access'} title={t('entry.access.deleteTitle')} confirmText={t('entry.delete')} cancelText={t('entry.cancel')} tone="bad"
        onCancel={close} onConfirm={() => { if (open?.window === 'delete-access') removeAccess(open.serviceId, open.accessId); close() }}
      >
        {t('entry.access.deleteText')}
      </ConfirmDialog>
    </>
  )
}
