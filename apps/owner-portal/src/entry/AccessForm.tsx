import { ProblemNotice, useSay, useText } from '@icp/app-shell'
import { randomKey } from '@icp/client'
import { blocking, emptyAccess, findingsUnder, type RegistrationContent, summaryOf } from '@icp/domain'
import { fieldId, FieldList, useRuleContext, useShownFindings } from '@icp/filing-forms'
import { BusyButton, type ErrorItem, ErrorSummary, ModalWindow } from '@icp/ui'
import Button from '@mui/material/Button'
import { useMemo, useState } from 'react'
import { newElsewhere, providerAt, sameFieldOf } from './access-clashes.js'
import { draftFindings } from './draft-findings.js'
import { isToRedo, stillOfRegister } from './redo-marks.js'
import { useDraft } from './use-draft.js'

interface AccessFormProps {
  readonly serviceId: string
  readonly accessId: string | null
  readonly onCancel: () => void
  readonly onSaved: () => void
}

const withAccess = (content: RegistrationContent, serviceId: string, accessId: string): RegistrationContent => ({
  ...content,
  services: content.services.map((service) => (service.id === serviceId ? { ...service, accesses: [...service.accesses, emptyAccess(accessId)] } : service)),
})

/** The provider is chosen by its name; what the rules say of its id belongs there. */
const fieldAt = (path: string): string => fieldId(path.replace(/providerId$/, 'providerName'))

/** One access of one website in a pop-up window that names the website. */
export function AccessForm({ serviceId, accessId, onCancel, onSaved }: AccessFormProps) {
  const t = useText()
  const say = useSay()
  const draft = useDraft()
  const shown = useShownFindings()
  const [id] = useState(() => accessId ?? randomKey())
  const [start] = useState(() => (accessId ? draft.content : withAccess(draft.content, serviceId, id)))
  const [content, setContent] = useState(start)
  const [summary, setSummary] = useState<readonly ErrorItem[]>([])
  const [busy, setBusy] = useState(false)
  const path = `services.${serviceId}.accesses.${id}`
  const service = content.services.find((one) => one.id === serviceId)
  const rows = summaryOf(content).flatMap((group) => group.groups).find((group) => group.path === path)?.rows ?? []
  const context = useRuleContext()
  const all = useMemo(() => draftFindings(draft.kind, content, [], context), [draft.kind, content, context])
  const findings = useMemo(() => findingsUnder(all, path), [all, path])
  const clashes = useMemo(() => newElsewhere(draftFindings(draft.kind, start, [], context), all, path), [draft.kind, start, all, path, context])

  const submit = async () => {
    shown.tryNow()
    const stop = blocking(findings)
    setSummary([
      ...stop.map((finding) => ({ fieldId: fieldAt(finding.path), text: say(finding.text) })),
      ...clashes.map((finding) => ({ fieldId: fieldAt(sameFieldOf(path, finding.path)), text: t('entry.access.clash', { provider: providerAt(content, finding.path), text: say(finding.text) }) })),
    ])
    if (stop.length > 0 || clashes.length > 0 || !service || busy) return
    draft.change({ ...draft.content, services: draft.content.services.map((one) => (one.id === serviceId ? { ...one, accesses: service.accesses } : one)) })
    setBusy(true)
    const { safe } = await draft.flush()
    setBusy(false)
    if (safe) onSaved()
  }
  return (
    <ModalWindow
      open title={t(accessId ? 'entry.access.windowEdit' : 'entry.access.windowAdd', { name: service?.name ?? '' })} closeLabel={t('entry.close')} onClose={onCancel}
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
      <FieldList kind={draft.kind} rows={rows} content={content} onChange={setContent} findings={[...findings, ...stillOfRegister(draft.redo, path, start, content)]} isShown={(at) => isToRedo(draft.redo, at) || shown.isShown(at)} onLeave={shown.onLeave} />
    </ModalWindow>
  )
}
