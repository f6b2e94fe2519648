import { ProblemNotice } from '@icp/app-shell'
import { useAct } from '@icp/client'
import { type BlacklistField, blacklistFindings, type BlacklistForm, BlacklistKind, certificateTypes } from '@icp/domain'
import { domainForms } from '@icp/filing-views'
import { BusyButton, ErrorSummary, LabelledRadios, LabelledSelect, LabelledText, type LabelledTextProps, ModalWindow } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useFieldFindings } from '../shared/use-field-findings.js'
import { useConsoleText } from '../text.js'
import { useCertificateTypeText } from './use-certificate-type-text.js'

const start: BlacklistForm = { kind: 'domain', certificateType: '', certificateNumber: '', domain: '', reason: '', source: '', validFrom: '', validUntil: '' }

interface BlacklistWindowProps {
  readonly onClose: () => void
  readonly onDone: () => void
}

/** A subject or a domain, why, by which document and for how long; what is wrong is said at its field before and after sending. */
export function BlacklistWindow({ onClose, onDone }: BlacklistWindowProps) {
  const t = useConsoleText()
  const typeText = useCertificateTypeText()
  const add = useAct('addToBlacklist', { refreshes: ['listBlacklist'] })
  const [typed, setTyped] = useState(start)
  const findings = useFieldFindings((path) => `blacklist-${path}`)
  const put = (path: BlacklistField, value: string) => {
    setTyped((now) => ({ ...now, [path]: value }))
    findings.forget(path)
  }
  const submit = () => {
    if (add.isPending) return
    if (!findings.show(blacklistFindings(typed, (host) => domainForms(host).ascii))) return
    add.mutate({ body: typed }, { onSuccess: onDone, onError: (problem) => findings.show(problem.findings) })
  }
  const field = (path: Exclude<BlacklistField, 'kind'>, more: Partial<LabelledTextProps> = {}) => (
    <LabelledText id={`blacklist-${path}`} label={t(`blacklist.fields.${path}`)} autoComplete="off" value={typed[path]} onChange={(value) => put(path, value)} {...findings.at(path)} {...more} />
  )
  return (
    <ModalWindow
      open title={t('blacklist.add')} closeLabel={t('keeping.close')} onClose={onClose} onSubmit={submit} width="sm" isDirty={JSON.stringify(typed) !== JSON.stringify(start)}
      actions={(leave) => (
        <>
          <Button variant="outlined" onClick={leave}>{t('keeping.cancel')}</Button>
          <BusyButton type="submit" busy={add.isPending} busyText={t('keeping.sending')}>{t('blacklist.enter')}</BusyButton>
        </>
      )}
    >
      <ErrorSummary title={t('keeping.problem')} items={findings.items} />
      {add.error && add.error.findings.length === 0 && <ProblemNotice problem={add.error} />}
      <Box sx={{ display: 'grid', gap: 2.5 }}>
        <LabelledRadios
          id="blacklist-kind" label={t('blacklist.fields.kind')} inline value={typed.kind} options={BlacklistKind.options.map((kind) => ({ value: kind, text: t(`blacklist.kinds.${kind}`) }))}
          onChange={(kind) => {
            put('kind', kind)
            findings.show([])
          }}
        />
        {typed.kind === 'domain'
          ? field('domain', { required: true, maxLength: 255, spellCheck: false, hint: t('blacklist.fields.domainHint') })
          : (
            <>
              <LabelledSelect
                id="blacklist-certificateType" label={t('blacklist.fields.certificateType')} required emptyText={t('keeping.choose')} value={typed.certificateType} {...findings.at('certificateType')}
                options={certificateTypes.map((type) => ({ value: type.id, text: typeText(type) }))} onChange={(value) => put('certificateType', value)}
              />
              {field('certificateNumber', { required: true, maxLength: 64, spellCheck: false })}
            </>
          )}
        {field('reason', { required: true, multiline: true, rows: 2, maxLength: 300, hint: t('blacklist.fields.reasonHint') })}
        {field('source', { required: true, maxLength: 200, hint: t('blacklist.fields.sourceHint') })}
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, alignItems: 'end' }}>
          {field('validFrom', { required: true, type: 'date' })}
          {field('validUntil', { type: 'date', hint: t('blacklist.fields.validUntilHint') })}
        </Box>
      </Box>
    </ModalWindow>
  )
}
