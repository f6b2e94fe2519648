import { ProblemNotice, useText } from '@icp/app-shell'
import { useAct, useAnswer } from '@icp/client'
import { LoadingRows, PageHeading } from '@icp/ui'
import { useNavigate, useParams } from '@tanstack/react-router'
import { paths } from '../paths.js'
import { CodeForm } from './CodeForm.js'
import { DropPdf } from './DropPdf.js'
import { Verdict } from './Verdict.js'

/** Checks a certificate by its code (typed, or from the QR code's link) or by the PDF itself. Needs no account. */
export function VerifyPage() {
  const t = useText()
  const navigate = useNavigate()
  const { code = '' } = useParams({ strict: false }) as { code?: string }
  const byCode = useAnswer('verifyByCode', { params: { code } }, { enabled: code !== '', retry: false })
  const byPdf = useAct('verifyPdf')
  const problem = byPdf.error ?? byCode.error
  const check = byPdf.data ?? byCode.data
  return (
    <>
      <PageHeading lead={t('verify.lead')}>{t('verify.title')}</PageHeading>
      {problem && problem.status !== 404 && <ProblemNotice problem={problem} />}
      {problem?.status === 404 && <Verdict check={null} code={code} />}
      {(byPdf.isPending || (byCode.isLoading && !byPdf.data)) && <LoadingRows label={t('verify.checking')} />}
      {check && !byPdf.isPending && <Verdict check={check} code={code} />}
      <CodeForm initial={code} onCode={(typed) => { byPdf.reset(); void navigate({ to: `${paths.verify}/$code`, params: { code: typed } as never }) }} />
      <DropPdf busy={byPdf.isPending} onFile={(bytes) => byPdf.mutate({ body: bytes })} />
    </>
  )
}
