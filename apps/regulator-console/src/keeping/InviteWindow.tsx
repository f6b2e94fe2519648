import { ProblemNotice } from '@icp/app-shell'
import { useAct } from '@icp/client'
import type { AnswerOf } from '@icp/contract'
import { isAdministrator, personFindings, postFindings } from '@icp/domain'
import { Banner, BusyButton, ErrorSummary, LabelledText, type LabelledTextProps, ModalWindow } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useFieldFindings } from '../shared/use-field-findings.js'
import { useConsoleText } from '../text.js'
import { noPost, PostFields } from './PostFields.js'

const noPerson = { name: '', mobile: '', email: '', reason: '' }
type Field = keyof typeof noPerson

/** Asks for the person, the role and the organisation; says what happens next. */
export function InviteWindow({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: (invited: AnswerOf<'inviteStaff'>) => void }) {
  const t = useConsoleText()
  const act = useAct('inviteStaff', { refreshes: ['listInvitations', 'listAccountRequests'] })
  const [post, setPost] = useState(noPost)
  const [person, setPerson] = useState(noPerson)
  const findings = useFieldFindings((path) => (path in noPerson ? `invite-${path}` : path))
  const needsReason = post.role !== '' && isAdministrator(post.role)
  const submit = () => {
    const { role, providerId, province } = post
    const ofPost = role === '' ? [] : postFindings({ role, providerId, province })
    const isSound = findings.show([...ofPost, ...personFindings(person)], role === '' ? [{ path: 'role', text: t('keeping.post.roleMissing') }] : [])
    if (!isSound || role === '' || act.isPending) return
    act.mutate({ body: { role, providerId, province, ...person } }, { onSuccess: onDone, onError: (problem) => findings.show(problem.findings) })
  }
  const field = (path: Field, label: string, more: Partial<LabelledTextProps> = {}) => (
    <LabelledText
      id={`invite-${path}`} label={label} required value={person[path]} {...findings.at(path)} {...more}
      onChange={(value) => {
        setPerson((now) => ({ ...now, [path]: value }))
        findings.forget(path)
      }}
    />
  )
  return (
    <ModalWindow
      open title={t('keeping.invitations.windowTitle')} closeLabel={t('keeping.close')} onClose={onClose} onSubmit={submit} width="sm"
      isDirty={post.role !== '' || Object.values(person).some((text) => text !== '')}
      actions={(leave) => (
        <>
          <Button variant="outlined" onClick={leave}>{t('keeping.cancel')}</Button>
          <BusyButton type="submit" busy={act.isPending} busyText={t('keeping.sending')}>{t('keeping.invitations.send')}</BusyButton>
        </>
      )}
    >
      <ErrorSummary title={t('keeping.problem')} items={findings.items} />
      {act.error && act.error.findings.length === 0 && <ProblemNotice problem={act.error} />}
      <p style={{ marginTop: 0 }}>{t('keeping.invitations.windowText')}</p>
      <Box sx={{ display: 'grid', gap: 2.5 }}>
        <PostFields
          post={post} errorOf={(path) => findings.at(path).error}
          onChange={(next) => {
            setPost(next)
            findings.forget('role', 'providerId', 'province')
          }}
        />
        {needsReason && <Banner tone="neutral">{t('keeping.account.twoPeople')}</Banner>}
        {field('name', t('keeping.invitations.personName'), { autoComplete: 'off', maxLength: 128 })}
        {field('mobile', t('keeping.invitations.mobile'), { type: 'tel', inputMode: 'tel', autoComplete: 'off', maxLength: 32, characters: 16 })}
        {field('email', t('keeping.invitations.email'), { type: 'email', inputMode: 'email', autoComplete: 'off', maxLength: 254 })}
        {needsReason && field('reason', t('keeping.invitations.reason'), { hint: t('keeping.invitations.reasonHint'), multiline: true, rows: 2, maxLength: 500 })}
      </Box>
    </ModalWindow>
  )
}
