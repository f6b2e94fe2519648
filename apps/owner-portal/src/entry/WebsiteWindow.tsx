import { ProblemNotice, useSay, useText } from '@icp/app-shell'
import { randomKey } from '@icp/client'
import { blocking, emptyService, type FieldRow, findingsUnder, type RegistrationContent, summaryOf } from '@icp/domain'
import { fieldId, FieldList, useRuleContext, useShownFindings } from '@icp/filing-forms'
import { BusyButton, type ErrorItem, ErrorSummary, ModalWindow } from '@icp/ui'
import Button from '@mui/material/Button'
import { useMemo, useState } from 'react'
import { draftFindings } from './draft-findings.js'
import { useDraft } from './use-draft.js'

/** The website as typed in a pop-up window. Only Submit puts it into the draft; every other way out asks first when something would be lost. */
export function WebsiteWindow({ serviceId, onClose }: { readonly serviceId: string | null; readonly onClose: () => void }) {
  const t = useText()
  const say = useSay()
  const draft = useDraft()
  const shown = useShownFindings()
  const [id] = useState(() => serviceId ?? randomKey())
  const [start] = useState<RegistrationContent>(() =>
    (serviceId ? draft.content : { ...draft.content, services: [...draft.content.services, emptyService(id)] }))
  const [content, setContent] = useState(start)
  const [summary, setSummary] = useState<readonly ErrorItem[]>([])
  const [busy, setBusy] = useState(false)
  const path = `services.${id}`
  const group = summaryOf(content).find((one) => one.path === path)
  // Accesses have a window of their own, and websites are the only service that is filed here.
  const rows: FieldRow[] = [...(group?.rows ?? []), ...(group?.groups.filter((part) => part.section === 'person').flatMap((part) => part.rows) ?? [])].filter((row) => row.key !== 'type')
  const context = useRuleContext()
  const findings = useMemo(
    () => findingsUnder(draftFindings(draft.kind, content, [], context), path).filter((finding) => !finding.path.startsWith(`${path}.accesses`) && finding.path !== path),
    [draft.kind, content, path, context],
  )
  const service = content.services.find((one) => one.id === id)

  const submit = async () => {
    shown.tryNow()
    const stop = blocking(findings)
    setSummary(stop.map((finding) => ({ fieldId: fieldId(finding.path), text: say(finding.text) })))
    if (stop.length > 0 || !service || busy) return
    const known = draft.content.services.some((one) => one.id === id)
    draft.change({
      ...draft.content,
      services: known ? draft.content.services.map((one) => (one.id === id ? { ...service, accesses: one.accesses } : one)) : [...draft.content.services, service],
    })
    setBusy(true)
    const { safe } = await draft.flush()
    setBusy(false)
    if (safe) onClose()
  }
  return (
    <ModalWindow
      open title={serviceId ? t('entry.websites.windowEdit', { name: start.services.find((one) => one.id === id)?.name ?? '' }) : t('entry.websites.windowAdd')} closeLabel={t('entry.close')} onClose={onClose}
      isDirty={content !== start} onSubmit={() => void submit()}
      actions={(leave) => (
        <>
          <Button variant="outlined" onClick={leave}>{t('entry.cancel')}</Button>
          <BusyButton type="submit" busy={busy} busyText={t('entry.saving')}>{t('entry.submit')}</BusyButton>
        </>
      )}
    >
      <ErrorSummary title={t('entry.problem')} items={summary} />
      {draft.problem && <ProblemNotice problem={draft.problem} />}
      <FieldList kind={draft.kind} rows={rows} content={content} onChange={setContent} findings={findings} isShown={shown.isShown} onLeave={shown.onLeave} />
    </ModalWindow>
  )
}
