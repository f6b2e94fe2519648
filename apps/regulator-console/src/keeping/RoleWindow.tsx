import { ProblemNotice, useFormat, useSay } from '@icp/app-shell'
import { useAct } from '@icp/client'
import { type Finding, postFindings } from '@icp/domain'
import { Banner, BusyButton, LabelledText, ModalWindow } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useConsoleText } from '../text.js'
import { type ActWindowProps, keepingRefreshes } from './ActWindow.js'
import { noPost, PostFields } from './PostFields.js'

/** Asks for another role or organisation; a second person decides. */
export function RoleWindow({ account, onClose, onDone }: ActWindowProps) {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  const act = useAct('requestRoleChange', { refreshes: keepingRefreshes })
  const [post, setPost] = useState(noPost)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<readonly Finding[]>([])
  const { role, providerId, province } = post
  const findings = role === '' ? [] : [...postFindings({ role, providerId, province }), ...refused]
  const errorOf = (path: string) => {
    const finding = findings.find((one) => one.path === path)
    return tried && finding ? format.sentences(say(finding.text), say(finding.fix)) : undefined
  }
  const submit = () => {
    setTried(true)
    if (role === '' || reason.trim() === '' || postFindings({ role, providerId, province }).length > 0 || act.isPending) return
    act.mutate({ params: { id: account.id }, body: { role, providerId, province, reason: reason.trim() } }, { onSuccess: onDone, onError: (problem) => setRefused(problem.findings) })
  }
  return (
    <ModalWindow
      open title={t('keeping.account.roleTitle')} closeLabel={t('keeping.close')} onClose={onClose} onSubmit={submit} width="sm" isDirty={role !== '' || reason !== ''}
      actions={(leave) => (
        <>
          <Button variant="outlined" onClick={leave}>{t('keeping.cancel')}</Button>
          <BusyButton type="submit" busy={act.isPending} busyText={t('keeping.sending')}>{t('keeping.account.roleSend')}</BusyButton>
        </>
      )}
    >
      {act.error && act.error.findings.length === 0 && <ProblemNotice problem={act.error} />}
      <p style={{ marginTop: 0 }}>{t('keeping.account.roleText')}</p>
      <Banner tone="neutral">{t('keeping.account.twoPeople')}</Banner>
      <Box sx={{ display: 'grid', gap: 2.5 }}>
        <PostFields
          post={post} errorOf={(path) => (path === 'role' ? (tried && role === '' ? t('keeping.post.roleMissing') : undefined) : errorOf(path))}
          onChange={(next) => {
            setPost(next)
            setRefused([])
          }}
        />
        <LabelledText
          id="role-reason" label={t('keeping.account.reasonLabel')} hint={t('keeping.account.reasonHint')} required multiline rows={3} maxLength={500} value={reason} onChange={setReason}
          {...(tried && reason.trim() === '' ? { error: t('keeping.account.reasonMissing') } : {})}
        />
      </Box>
    </ModalWindow>
  )
}
