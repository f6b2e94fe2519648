import { ProblemNotice, useSay, useText } from '@icp/app-shell'
import { randomKey } from '@icp/client'
import { blocking, entryScope, findingsUnder, type RegistrationContent, type ServiceType, summaryOf } from '@icp/domain'
import { fieldId, FieldList, PlatformParts, serviceBegun, useRuleContext, useShownFindings } from '@icp/filing-forms'
import { BusyButton, type ErrorItem, ErrorSummary, ModalWindow } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMemo, useState } from 'react'
import { useServiceText } from '../shared/use-service-text.js'
import { draftFindings } from './draft-findings.js'
import { isToRedo, stillOfRegister } from './redo-marks.js'
import { useDraft } from './use-draft.js'

interface WebsiteWindowProps {
  /** null for a new one. */
  readonly serviceId: string | null
  /** What a new one is at first; the window lets choose. */
  readonly type: ServiceType
  readonly onClose: () => void
}

/**
 * The website, app, mini program or quick app as typed in a pop-up window. Only Submit puts it into the draft; every other way out asks first when something would
 * be lost.
 */
export function WebsiteWindow({ serviceId, type, onClose }: WebsiteWindowProps) {
  const t = useText()
  const serviceText = useServiceText()
  const say = useSay()
  const draft = useDraft()
  const shown = useShownFindings()
  const [id] = useState(() => serviceId ?? randomKey())
  const [start] = useState<RegistrationContent>(() =>
    (serviceId ? draft.content : { ...draft.content, services: [...draft.content.services, serviceBegun(id, type)] }))
  const [content, setContent] = useState(start)
  const [summary, setSummary] = useState<readonly ErrorItem[]>([])
  const [busy, setBusy] = useState(false)
  const path = `services.${id}`
  const group = summaryOf(content).find((one) => one.path === path)
  // Accesses have a window of their own, and what a filed service is stays as it is.
  const rows = (group?.rows ?? []).filter((row) => row.key !== 'type' || entryScope(draft.kind).newServices)
  const people = group?.groups.filter((part) => part.section === 'person').flatMap((part) => part.rows) ?? []
  // Platforms say what the program is, so they stand with that.
  const upTo = rows.findIndex((row) => row.key === 'preApprovalAnswer')
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
  const what = service?.type ?? type
  const shownFindings = [...findings, ...stillOfRegister(draft.redo, path, start, content)]
  const form = { kind: draft.kind, content, onChange: setContent, findings: shownFindings, isShown: (at: string) => isToRedo(draft.redo, at) || shown.isShown(at), onLeave: shown.onLeave }
  return (
    <ModalWindow
      open title={serviceId ? serviceText('entry.websites.windowEdit', what, { name: start.services.find((one) => one.id === id)?.name ?? '' }) : serviceText('entry.websites.windowAdd', what)} closeLabel={t('entry.close')} onClose={onClose}
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
      <Box sx={{ display: 'grid', gap: 3 }}>
        <FieldList {...form} rows={rows.slice(0, upTo)} />
        {service?.platforms && <PlatformParts {...form} service={service} />}
        <FieldList {...form} rows={[...rows.slice(upTo), ...people]} />
      </Box>
    </ModalWindow>
  )
}
