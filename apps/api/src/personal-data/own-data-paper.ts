import type { OwnData } from '@icp/contract'
import { type Bilingual, displayValue, fieldsOf, type FilingContent, kindWords, logOnOutcomes, mediationOutcomeWords, mediationOverWords, mediationStateWords, type Names, paperPurposes, readReasonLabel, readWayLabel, statusFaces } from '@icp/domain'
import type { PaperPart, PlainPaper } from '../certificates/paper/plain-paper.api.js'

const both = ({ zh, en }: Bilingual): string => (zh === en ? zh : `${zh} ${en}`)
const words = (zh: string, en: string): string => both({ zh, en })
/** Beijing time, in which every paper of the system speaks. */
const moment = (instant: string | null): string => (instant === null ? '—' : new Date(Date.parse(instant) + 8 * 3600_000).toISOString().slice(0, 16).replace('T', ' '))

const placeOf = ({ browser, system, address = '' }: { readonly browser: string; readonly system: string; readonly address?: string }): string =>
  [browser, system, address].filter(Boolean).join(' · ') || words('未知设备', 'Unknown device')

const contentRows = (content: FilingContent, names: Names) => fieldsOf(content).flatMap(({ path, label }) => {
  const [zh, en] = [displayValue(path, content, 'zh', names), displayValue(path, content, 'en', names)]
  return zh === '' ? [] : [{ label: both(label), value: both({ zh, en }) }]
})

const paperName = (purpose: string): Bilingual => paperPurposes.find(({ id }) => id === purpose) ?? { zh: purpose, en: purpose }

const filingParts = ({ reference, kind, status, createdAt, finishedAt, draft, revisions, history, papers, earlierPapers }: OwnData['filings'][number], names: Names): PaperPart[] => {
  const name = `${both(kindWords[kind])} ${reference ?? words('草稿', 'draft')}`
  return [
    {
      title: `${words('备案', 'Filing')} · ${name}`,
      rows: [
        { label: words('状态', 'Status'), value: both(statusFaces[status].word) },
        { label: words('创建', 'Created'), value: moment(createdAt) }, { label: words('提交', 'Handed in'), value: moment(finishedAt) },
        ...history.map(({ at, by, status: then }) => ({ label: moment(at), value: `${both(statusFaces[then].word)} · ${by.name}` })),
        ...papers.map(({ at, purpose, size, digest }) => ({ label: moment(at), value: `${words('材料', 'Paper')} ${both(paperName(purpose))} · ${Math.ceil(size / 1024)} KB · SHA-256 ${digest}` })),
        ...earlierPapers.map(({ purpose, gone, paper: { size, digest } }) => ({
          label: moment(gone.at), value: `${words('已更换或删除的材料', 'Paper replaced or taken away')} ${both(paperName(purpose))} · ${Math.ceil(size / 1024)} KB · SHA-256 ${digest}`,
        })),
        ...(draft ? contentRows(draft, names) : []),
      ],
    },
    ...revisions.map(({ number, at, content, digest }): PaperPart => ({
      title: `${name} · ${words(`第 ${number} 版`, `version ${number}`)}`, rows: [{ label: moment(at), value: `SHA-256 ${digest}` }, ...contentRows(content, names)],
    })),
  ]
}

const lostPhoneStates = { waiting: { zh: '等待中', en: 'waiting' }, done: { zh: '已更换', en: 'done' }, stopped: { zh: '已停止', en: 'stopped' } } as const

const mediationRows = ({ askedAt, over, domain, reason, state, outcome, answer, endedAt }: OwnData['mediations'][number]) => [
  { label: moment(askedAt), value: `${domain ?? both(mediationOverWords[over])} · ${both(mediationStateWords[state])} · ${reason}` },
  ...(outcome && answer ? [{ label: moment(endedAt), value: `${both(mediationOutcomeWords[outcome])} · ${answer}` }] : []),
]

const readRow = ({ at, times, reader, way, field, reason, filing, record }: OwnData['reads'][number]) => ({
  label: moment(at),
  value: [
    both(reader), both(readWayLabel(way)), ...(field ? [both(field)] : []), ...(reason ? [both(readReasonLabel(reason))] : []), ...(times > 1 ? [words(`当日 ${times} 次`, `${times} times that day`)] : []), ...(filing?.reference ? [filing.reference] : []), ...(record ? [record] : []),
  ].join(' · '),
})

/** The export as a document to read; the JSON beside it is complete, this leaves out ids and the texts of notices. */
export const ownDataPaper = (data: OwnData, names: Names): PlainPaper => {
  const { account, madeAt } = data
  return {
    title: words('个人信息副本', 'Copy of my personal data'),
    lead: words(`制作时间 ${moment(madeAt)}（北京时间）。完整内容见同时下载的 JSON 文件。`, `Made at ${moment(madeAt)} (Beijing time). The JSON file beside it is complete.`),
    foot: `ICP备案管理系统 · ICP filing system · ${account.userName} · ${moment(madeAt)}`, madeAt: new Date(madeAt),
    parts: [
      {
        title: words('账号', 'Account'),
        rows: [
          { label: words('用户名', 'User name'), value: account.userName }, { label: words('姓名', 'Name'), value: account.name },
          { label: words('证件号码', 'Certificate number'), value: account.certificateNumber }, { label: words('手机号码', 'Mobile'), value: account.mobile },
          { label: words('电子邮件', 'E-mail'), value: account.email }, { label: words('注册时间', 'Registered'), value: moment(account.registeredAt) },
          { label: words('最近登录', 'Last log-on'), value: moment(account.lastLogOnAt) },
        ],
      },
      { title: words('同意记录', 'What I accepted'), rows: data.acceptances.map(({ document, version, acceptedAt }) => ({ label: moment(acceptedAt), value: `${document === 'terms' ? words('服务条款', 'Terms') : words('承诺书', 'Pledge')} ${version}` })) },
      { title: words('登录中的设备', 'Where I am logged on'), rows: data.sessions.map(({ startedAt, ...from }) => ({ label: moment(startedAt), value: placeOf(from) })) },
      { title: words('常用设备', 'Known devices'), rows: data.devices.map(({ lastSeenAt, ...from }) => ({ label: moment(lastSeenAt), value: placeOf(from) })) },
      { title: words('登录记录', 'Log-ons'), rows: data.logOns.map(({ at, outcome, ...from }) => ({ label: moment(at), value: `${both(logOnOutcomes[outcome])} · ${placeOf(from)}` })) },
      { title: words('手机丢失更换号码', 'New phones in place of lost ones'), rows: data.lostPhones.map(({ startedAt, mobile, state, endedAt }) => ({ label: moment(startedAt), value: `${mobile} · ${both(lostPhoneStates[state])} ${endedAt ? moment(endedAt) : ''}` })) },
      { title: words('备案库记录', 'In the register'), rows: data.records.flatMap(({ number, state, approvedOn, services }) => [{ number, state, approvedOn }, ...services]).map(({ number, state, approvedOn }) => ({ label: approvedOn, value: `${number} ${state === 'in-force' ? words('有效', 'in force') : words('已注销', 'cancelled')}` })) },
      ...data.filings.flatMap((filing) => filingParts(filing, names)),
      { title: words('请我接收网站的备案', 'Filings in which I am to receive a website'), rows: data.received.map(({ finishedAt, reference, status }) => ({ label: moment(finishedAt), value: `${reference ?? ''} ${both(statusFaces[status].word)}` })) },
      { title: words('请管局协调的备案冲突', 'Conflicts that I asked to settle'), rows: data.mediations.flatMap(mediationRows) },
      { title: words('谁查看过我的信息', 'Who read my data'), rows: data.reads.map(readRow) },
      { title: words('发送给我的短信和邮件', 'Messages to me'), rows: data.messages.map(({ at, channel, deliveredAt }) => ({ label: moment(at), value: `${channel === 'sms' ? words('短信', 'SMS') : words('邮件', 'mail')} · ${deliveredAt ? moment(deliveredAt) : '—'}` })) },
      { title: words('账号操作日志', 'Acts on the account'), rows: data.acts.map(({ at, action }) => ({ label: moment(at), value: action })) },
    ].filter(({ rows }) => rows.length > 0),
  }
}
