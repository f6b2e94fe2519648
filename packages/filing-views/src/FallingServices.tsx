import { useEveryRow } from '@icp/client'
import type { FilingView, PublicRecord } from '@icp/contract'
import { type Bilingual, isFinal } from '@icp/domain'
import { Banner, DataRows, LoadingRows, StatusMark, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { FilingNumber } from './FilingNumber.js'
import { useTypedDomain } from './use-typed-domain.js'
import { filled } from './words.js'

const words = {
  loading: { zh: '正在读取备案库', en: 'Reading the register' },
  title: { zh: '注销后失效的内容', en: 'What ends with this cancellation' },
  number: { zh: '备案号', en: 'Service number' },
  name: { zh: '名称', en: 'Name' },
  domain: { zh: '域名', en: 'Domain' },
  fate: { zh: '注销后', en: 'Afterwards' },
  falls: { zh: '注销', en: 'Cancelled' },
  stays: { zh: '保留', en: 'Stays in force' },
  already: { zh: '此前已注销', en: 'Cancelled before' },
  subject: { zh: '主体备案号 {number} 失效。', en: 'The subject number {number} ends.' },
  certificateEnds: { zh: '电子证书停止有效，公共查询显示“已注销”。', en: 'The e-certificate ends; the public look-up shows “cancelled”.' },
  certificateReplaced: { zh: '电子证书将重新签发，不再包含注销的内容。', en: 'The e-certificate is issued anew without what is cancelled.' },
  numbers: { zh: '已注销的备案号不会再分配给任何人。', en: 'A cancelled number is never given to anybody again.' },
  accessEnds: { zh: '{number} 通过“{provider}”的接入终止，接入商停止接入。', en: 'The access of {number} through {provider} ends; the provider stops serving it.' },
  numberStays: { zh: '备案号和电子证书不变。', en: 'The number and the e-certificate stay as they are.' },
  wouldFall: { zh: '拟注销', en: 'Was to be cancelled' },
  asThen: { zh: '以下为 {at} 办结时的情况。', en: 'As it stood when this ended on {at}.' },
  asToday: { zh: '该注销于 {at} 办结，当时系统尚未保存注销前的情况。以下为备案库现状。', en: 'It ended on {at}, before the system began to keep what was in force until then. This is the register of today.' },
  withoutEffect: { zh: '本次注销未办成，没有内容因此失效。', en: 'This cancellation ended without effect; nothing was cancelled by it.' },
  unknown: { zh: '备案库暂时无法读取，以下仅为申请中写明的备案号。', en: 'The register cannot be read right now; these are the numbers that the application names.' },
} satisfies Record<string, Bilingual>

const fateOf = (filing: FilingView, row: PublicRecord): 'falls' | 'stays' | 'already' => {
  const { content, kind } = filing
  const named = content.form === 'cancellation' && (kind === 'cancel-subject' || content.serviceNumbers.includes(row.serviceNumber))
  // Once approved the register shows the result of this very filing.
  if (row.state === 'cancelled') return named && filing.status === 'approved' ? 'falls' : 'already'
  return named ? 'falls' : 'stays'
}

const tones = { falls: 'bad', stays: 'good', already: 'neutral' } as const

/** What ends and what stays if a cancellation is approved, read from the register; of one that has ended, as it stood then. Nothing for other kinds. */
export function FallingServices({ filing }: { readonly filing: FilingView }) {
  const say = useSay()
  const format = useFormat()
  const typedDomain = useTypedDomain()
  const { content, kind, status, comparedWith, standing } = filing
  const subjectNumber = content.form === 'cancellation' ? content.subjectNumber : ''
  const kept = comparedWith === 'register-at-end'
  const held = useEveryRow('lookUp', { query: { q: subjectNumber } }, { enabled: subjectNumber !== '' && kind !== 'cancel-access' && !kept })
  if (content.form !== 'cancellation') return null
  const failed = isFinal(status) && status !== 'approved'
  const withoutEffect = failed && <Banner tone="neutral" title={say(words.withoutEffect)} />
  if (kind === 'cancel-access') {
    const values = { number: content.serviceNumbers.join(' · '), provider: filing.providers.map((provider) => provider.name).join(' · ') }
    return withoutEffect || <Box component="ul" sx={{ m: 0, pl: 2.5 }}><li>{filled(say(words.accessEnds), values)}</li><li>{say(words.numberStays)}</li></Box>
  }
  const whole = kind === 'cancel-subject'
  const rows = kept ? standing : held.data?.filter((row) => row.subjectNumber === subjectNumber)
    .map((row) => ({ number: row.serviceNumber, name: row.serviceName, type: row.serviceType, domain: row.domain, fate: fateOf(filing, row) }))
  const asOf = kept ? words.asThen : comparedWith === 'unknown' ? words.asToday : undefined
  return (
    <>
      {withoutEffect}
      {asOf && <Typography sx={{ color: 'text.secondary', mb: 1.5 }}>{filled(say(asOf), { at: format.dayAndTime(filing.statusSince) })}</Typography>}
      {held.isLoading && <LoadingRows label={say(words.loading)} />}
      {held.error && (
        <Banner tone="warn" title={say(words.unknown)}>{[content.subjectNumber, ...content.serviceNumbers].join(' · ')}</Banner>
      )}
      {rows && (
        <DataRows
          caption={say(words.title)} rows={rows} rowKey={(row) => row.number}
          columns={[
            { id: 'number', heading: say(words.number), main: true, cell: (row) => <FilingNumber text={row.number} /> },
            { id: 'name', heading: say(words.name), cell: (row) => row.name },
            { id: 'domain', heading: say(words.domain), cell: (row) => typedDomain(row) },
            { id: 'fate', heading: say(words.fate), cell: (row) => <StatusMark tone={tones[row.fate]} text={say(words[failed && row.fate === 'falls' ? 'wouldFall' : row.fate])} /> },
          ]}
        />
      )}
      {!failed && (
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {whole && <li>{filled(say(words.subject), { number: content.subjectNumber })}</li>}
          <li>{say(whole ? words.certificateEnds : words.certificateReplaced)}</li>
          <li>{say(words.numbers)}</li>
        </Box>
      )}
    </>
  )
}
