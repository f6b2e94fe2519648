import { ProblemNotice, useSay, useText } from '@icp/app-shell'
import { useAct, useAnswer } from '@icp/client'
import { Banner, LoadingRows, PageHeading } from '@icp/ui'
import { useNavigate, useParams } from '@tanstack/react-router'
import { paths } from '../paths.js'
import { CodeForm } from './CodeForm.js'
import { DropPdf } from './DropPdf.js'
import { Verdict } from './Verdict.js'

/** Checks a certificate by its code (typed, or from the QR code's link) or by the PDF itself. Needs no account. */
export function VerifyPage() {
  const t = useText()
  const say = useSay()
  const navigate = useNavigate()
  const { code = '' } = useParams({ strict: false }) as { code?: string }
  const byCode = useAnswer('verifyByCode', { params: { code } }, { enabled: code !== '', retry: false })
  const byPdf = useAct('verifyPdf')
  // Once a file was dropped the page speaks of that file, whatever code stands in the address.
  const { error: problem, data: check } = byPdf.isIdle ? byCode : byPdf
  const ask = (typed: string) => {
    byPdf.reset()
    // The same code once more, such as after a refusal, is asked anew.
    if (typed === code) void byCode.refetch()
    else void navigate({ to: `${paths.verify}/$code`, params: { code: typed } as never })
  }
  return (
    <>
      <PageHeading lead={t('verify.lead')}>{t('verify.title')}</PageHeading>
      {problem && problem.status !== 404 && <ProblemNotice problem={problem} />}
      {problem?.status === 404 && (problem.code === 'code-malformed'
        ? <Banner tone="bad" live="alert" title={t('verify.malformed', { code })}>{say(problem.text)}</Banner>
        : <Verdict check={null} code={code} />)}
      {(byPdf.isPending || (byPdf.isIdle && byCode.isLoading)) && <LoadingRows label={t('verify.checking')} />}
      {check && <Verdict check={check} code={code} />}
      <CodeForm initial={code} onCode={ask} />
      <DropPdf busy={byPdf.isPending} onFile={(bytes) => byPdf.mutate({ body: bytes })} />
    </>
  )
}
