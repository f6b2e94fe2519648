import { useFormat } from '@icp/app-shell'
import type { Verification, VerifiedPart } from '@icp/contract'
import { Banner, DataRows, EmptyState, Panel, StatusMark } from '@icp/ui'
import Box from '@mui/material/Box'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import type { audit } from '../locales/zh-CN/audit.js'
import { type useConsoleText as useText, useConsoleText } from '../text.js'

/** The verdict in one sentence, then kind by kind; the first wrong thing of each by its place. */
export function VerificationResult({ verification }: { readonly verification: Verification | null }) {
  const t = useConsoleText()
  const format = useFormat()
  if (!verification) return <EmptyState text={t('audit.proof.never')} />
  const { state, askedAt, endedAt, progress, result } = verification
  if (state === 'failed') return <Banner tone="bad" live="alert" title={t('audit.proof.failed', { at: format.dateTime(endedAt ?? askedAt) })}>{t('audit.proof.failedText')}</Banner>
  if (!result) {
    const percent = progress ? Math.min(99, Math.floor((100 * progress.done) / Math.max(1, progress.total))) : 0
    return (
      <Panel title={t('audit.proof.underWay')}>
        <Typography role="status" sx={{ mb: 1 }}>
          {progress ? t('audit.proof.progress', { kind: t(`audit.kinds.${progress.kind}.name`), percent }) : t('audit.proof.waiting', { at: format.dateTime(askedAt) })}
        </Typography>
        <LinearProgress aria-label={t('audit.proof.underWay')} {...(progress ? { variant: 'determinate' as const, value: percent } : {})} />
      </Panel>
    )
  }
  const wrong = result.parts.filter((part) => part.wrong > 0)
  const first = wrong[0]
  return (
    <>
      <Banner
        tone={result.whole ? 'good' : 'bad'} live={result.whole ? 'status' : 'alert'}
        title={result.whole ? t('audit.proof.whole') : t('audit.proof.notWhole', { kinds: wrong.length })}
      >
        {result.whole ? t('audit.proof.wholeText', { at: format.dateTime(endedAt ?? askedAt), entries: result.entries }) : first?.first && (
          <>{t('audit.proof.firstWrong', { kind: t(`audit.kinds.${first.kind}.name`) })} <Place part={first} t={t} /></>
        )}
      </Banner>
      <Panel title={t('audit.proof.last', { at: format.dateTime(endedAt ?? askedAt) })}>
        <Typography sx={{ mb: 2 }}>
          {result.checkpoint ? t('audit.proof.until', { number: result.checkpoint.number, at: format.dateTime(result.checkpoint.at), entries: result.checkpoint.size }) : t('audit.proof.noCheckpoint')}
        </Typography>
        <DataRows
          caption={t('audit.proof.parts')} rows={result.parts} rowKey={(part) => part.kind} cardsBelow={900}
          columns={[
            { id: 'kind', heading: t('audit.proof.kind'), main: true, minWidth: 150, cell: (part) => t(`audit.kinds.${part.kind}.name`) },
            { id: 'means', heading: t('audit.proof.means'), minWidth: 260, cell: (part) => t(`audit.kinds.${part.kind}.means`) },
            { id: 'checked', heading: t('audit.proof.checked'), numeric: true, cell: (part) => String(part.checked) },
            { id: 'result', heading: t('audit.proof.result'), minWidth: 200, cell: (part) => <PartResult part={part} t={t} /> },
          ]}
        />
      </Panel>
    </>
  )
}

type Text = ReturnType<typeof useText>

function PartResult({ part, t }: { readonly part: VerifiedPart; readonly t: Text }) {
  if (part.wrong > 0) return <><StatusMark tone="bad" text={t('audit.proof.wrong', { count: part.wrong })} /><Box sx={{ mt: 0.5 }}><Place part={part} t={t} /></Box></>
  if (part.skipped) return <StatusMark tone="warn" text={t('audit.proof.skipped')} />
  return <StatusMark tone="good" text={t('audit.proof.right')} />
}

/** Where the first wrong thing stands, and what is wrong with it. */
function Place({ part, t }: { readonly part: VerifiedPart; readonly t: Text }) {
  if (!part.first) return null
  const what = part.first.what as keyof typeof audit.what
  return <><Box component="code" sx={{ overflowWrap: 'anywhere' }}>{part.first.where}</Box>{t('audit.proof.colon')}{t(`audit.what.${what}`)}</>
}
