import type { LogOnStep } from '@icp/contract'
import type { Category } from '@icp/domain'
import { BusyButton, ErrorSummary, LabelledText, PageHeading, Tick } from '@icp/ui'
import Box from '@mui/material/Box'
import { type ReactNode, useState } from 'react'
import { useShellText } from '../language/use-text.js'
import { ProblemNotice } from '../problems/ProblemNotice.js'
import { useSettings } from '../start/settings.js'
import { VerificationField } from '../verification/VerificationField.js'
import { CategoryField } from './CategoryField.js'
import { ElsewhereNotice } from './ElsewhereNotice.js'
import { PasswordField } from './PasswordField.js'
import { rememberCategory, rememberedCategory } from './remembered-category.js'
import { sheet } from './sheet.js'
import { fieldIds, useLogOn } from './use-log-on.js'
import { WaitNotice } from './WaitNotice.js'

export interface LogOnFormProps {
  readonly onStep: (step: LogOnStep) => void
  /** Filled in beforehand, such as right after registering. */
  readonly userName?: string
  /** The form is the page's main thing: it draws the h1, under its error summary. In a window or beside other things it does not. */
  readonly asPage?: boolean
  /** Stands between the heading and the fields. */
  readonly notice?: ReactNode
  /** Only this portal's category, without the list; for who was signed in here a moment ago. */
  readonly ownCategoryOnly?: boolean
}

/** First step of the log-on: category, user name, password, verification code. */
export function LogOnForm({ onStep, userName = '', asPage = false, notice, ownCategoryOnly = false }: LogOnFormProps) {
  const t = useShellText()
  const { portal } = useSettings()
  const [category, setCategory] = useState<Category>(() => (ownCategoryOnly ? portal : rememberedCategory() ?? portal))
  const [remember, setRemember] = useState(() => rememberedCategory() !== undefined)
  const form = useLogOn(category, userName, onStep)
  const elsewhere = category !== portal

  const choose = (chosen: Category, keep: boolean) => {
    setCategory(chosen)
    setRemember(keep)
    rememberCategory(keep ? chosen : undefined)
  }
  const text = (field: 'userName' | 'password' | 'verification') => {
    const error = form.errorOf(field)
    return { id: fieldIds[field], ...(error ? { error } : {}) }
  }

  return (
    <>
      <ErrorSummary title={t('errorTitle')} items={form.items} />
      {asPage && <PageHeading {...(form.items.length > 0 ? { titlePrefix: t('errorPrefix') } : {})}>{t('logOn.title')}</PageHeading>}
      {notice}
      <WaitNotice waiting={form.waiting} />
      {form.failure && <ProblemNotice problem={form.failure} />}
      <Box
        component="form"
        noValidate
        onSubmit={(event) => { event.preventDefault(); event.stopPropagation(); form.submit() }}
        sx={{ display: 'grid', gap: 2.5, maxWidth: 520, ...(asPage ? sheet : {}) }}
      >
        {!ownCategoryOnly && (
          <Box>
            <CategoryField id={fieldIds.category} value={category} onChange={(chosen) => choose(chosen, remember)} />
            <Tick id="log-on-remember" label={t('logOn.rememberCategory')} value={remember} onChange={(keep) => choose(category, keep)} />
          </Box>
        )}
        {elsewhere ? <ElsewhereNotice category={category} /> : (
          <>
            <LabelledText
              {...text('userName')} label={t('logOn.userName')} required value={form.userName} onChange={form.setUserName}
              autoComplete="username" spellCheck={false} maxLength={64} name="username"
            />
            <PasswordField {...text('password')} value={form.password} onChange={form.setPassword} />
            <VerificationField key={form.round} purpose="log-on" {...text('verification')} onChange={form.setVerification} onProof={form.setProof} />
            <BusyButton type="submit" size="large" busy={form.busy} busyText={t(form.verifying ? 'verification.working' : 'logOn.submitting')} sx={{ justifySelf: 'start' }}>{t('logOn.submit')}</BusyButton>
          </>
        )}
      </Box>
    </>
  )
}
