import { type Bilingual, type FieldRow, fieldAt, findPlatform, type RegistrationContent, type RuleData, rulesInForce, type RulesInForce, serviceWord, type ServiceType, shanghaiDay, spaced } from '@icp/domain'

/** The prompt under a label, by section and field: what to write, in which form, before any error. */
const hints: Readonly<Record<FieldRow['section'], Readonly<Record<string, Bilingual>>>> = {
  subject: {
    nature: { zh: '先选性质，它决定可用的证件类型。个体工商户选“企业”。', en: 'Choose this first: it decides the certificate types. Sole traders choose Enterprise.' },
    name: { zh: '与证件上的名称完全一致；个人填写本人姓名。', en: 'Exactly as on the certificate; a person writes their own name.' },
    certificateNumber: { zh: '按证件逐位填写，例如统一社会信用代码 18 位。', en: 'As on the certificate, for example the 18 places of a unified social credit code.' },
    certificateAddress: { zh: '证件上印的住所或住址。', en: 'The address printed on the certificate.' },
    certificateValidFrom: { zh: '证件上的起始日期。', en: 'The first day of validity on the certificate.' },
    certificateValidTo: { zh: '证件上的截止日期；没有期限的勾选“长期”。', en: 'The last day of validity; tick Long-term when there is none.' },
    investor: { zh: '没有上级单位的填写本单位名称或法定代表人。', en: 'Without a superior unit write your own name or the legal representative.' },
    province: { zh: '证件上的所在地，不是服务器所在地；由该省管局审核。', en: 'The place on the certificate, not of the server; this province reviews.' },
    city: { zh: '先选省，再选市。', en: 'Choose the province first.' },
    county: { zh: '先选市，再选区县。', en: 'Choose the city first.' },
    address: { zh: '精确到门牌、房间号，不要重复省市区名称。', en: 'Down to street and room number, without repeating province and city.' },
    legalPersonSource: { zh: '主体负责人不是法定代表人的，选“另行填写”。', en: 'When the person in charge is not the legal representative, choose Another person.' },
    remark: { zh: '选填。', en: 'Optional.' },
  },
  'legal-person': {
    name: { zh: '与营业执照等证件上的法定代表人一致。', en: 'As on the unit’s certificate.' },
    certificateNumber: { zh: '居民身份证 18 位，最后一位可能是 X。', en: 'A resident ID has 18 places and may end in X.' },
  },
  person: {
    name: { zh: '单位一般为法定代表人；与证件一致。', en: 'For units usually the legal representative; as on the ID.' },
    certificateNumber: { zh: '居民身份证 18 位，最后一位可能是 X。', en: 'A resident ID has 18 places and may end in X.' },
    certificateValidFrom: { zh: '证件上的起始日期。', en: 'The first day of validity on the ID.' },
    certificateValidTo: { zh: '没有期限的勾选“长期”。', en: 'Tick Long-term when there is no end.' },
    mobile: { zh: '11 位手机号码，短信核验时接收验证码。', en: '11 digits; the confirmation code goes to this phone.' },
    emergencyPhone: { zh: '另一个能找到负责人的电话，须与手机号码不同。', en: 'Another phone that reaches this person, different from the mobile.' },
    officePhone: { zh: '单位填写，例如 010-66668888。', en: 'For units, for example 010-66668888.' },
    email: { zh: '例如 name@example.com。', en: 'For example name@example.com.' },
  },
  service: {
    domain: { zh: '只填注册的域名，不带 www，例如 example.com 或 例子.中国。', en: 'The registered domain without www, for example example.com or 例子.中国.' },
    homePage: { zh: '不带 http://，必须属于上面的域名，例如 www.example.com。', en: 'Without http://, and within the domain above, for example www.example.com.' },
    contents: { zh: '可多选。', en: 'Choose all that apply.' },
    languages: { zh: '网站使用的语言，可多选。', en: 'The languages of the website; choose all that apply.' },
    preApprovalAnswer: { zh: '新闻、出版、药品和医疗器械、文化、广播电影电视节目、网络预约车、互联网金融等。', en: 'News, publishing, drugs and devices, culture, radio and film, ride hailing, finance and the like.' },
    remark: { zh: '说明网站的实际内容，审核人员会参考。', en: 'What the website really shows; reviewers rely on it.' },
  },
  platform: {
    platform: { zh: '每个平台各填一项。', en: 'One entry for each platform.' },
    publicKey: { zh: '签名证书的公钥（十六进制、十进制或 Base64），在证书详情中查看。', en: 'Of the signing certificate, in hexadecimal, decimal or Base64; its details show it.' },
  },
  access: {
    providerName: { zh: '点击“查询”，用一两个关键词找到您的接入商。', en: 'Press Query and find your provider by one or two keywords.' },
    modes: { zh: '不清楚时请向接入商确认。', en: 'Ask your provider when in doubt.' },
    places: { zh: '服务器所在的省份，可多选。', en: 'The provinces where the servers stand.' },
    ipRanges: { zh: '接入商分配给网站的公网 IP；只有一个地址时起止相同。支持 IPv4 和 IPv6。', en: 'Public addresses that the provider gave the website; a single one starts and ends alike. IPv4 and IPv6.' },
  },
  cancellation: {
    note: { zh: '选填，补充说明。', en: 'Optional, in your own words.' },
  },
  migration: {
    receivingNumber: { zh: '向接收方索取其主体备案号，例如 京ICP备2026000001号，不带“-1”。', en: 'Ask the receiver for its subject number, for example 京ICP备2026000001号, without “-1”.' },
    note: { zh: '选填；接收方、接入商和管局都能看到。', en: 'Optional; the receiver, the providers and the administration read it.' },
  },
}

/** What is said otherwise of apps, mini programs and quick apps. */
const ofInstalled = (key: string, type: ServiceType, data: RulesInForce): Bilingual | undefined => {
  const { zh, en } = serviceWord(type)
  switch (key) {
    case 'name': return { zh: '与上架的名称一致；同一主体的名称不能重复。', en: 'As it is published; each of a subject has a name of its own.' }
    case 'domain': return { zh: `${spaced(`${zh}访问`)}的域名，可以到实际使用的级别，例如 api.example.com；可与本主体的网站相同。`, en: `The domain that the ${en} calls, down to the level that it uses, for example api.example.com; a website of the subject may have the same.` }
    case 'categories': return { zh: `在各大类下选择，最多 ${data.value('most-categories')} 项。`, en: `Choose under the headings, ${data.value('most-categories')} at most.` }
    case 'channel': return { zh: '由谁接入和分发。', en: 'Who connects or distributes it.' }
    case 'remark': return { zh: spaced(`说明${zh}的实际内容，审核人员会参考。`), en: `What the ${en} really does; reviewers rely on it.` }
    default: return undefined
  }
}

const fingerprintHints: Readonly<Record<'md5' | 'sha1' | 'any', Bilingual>> = {
  md5: { zh: '签名证书的 MD5，32 位十六进制。', en: 'The MD5 of the signing certificate, 32 hexadecimal digits.' },
  sha1: { zh: '签名证书的 SHA-1，40 位十六进制。', en: 'The SHA-1 of the signing certificate, 40 hexadecimal digits.' },
  any: { zh: '签名证书的 MD5、SHA-1 或 SHA-256，十六进制。', en: 'The MD5, SHA-1 or SHA-256 of the signing certificate, in hexadecimal digits.' },
}

const ofPlatform = (row: FieldRow, content: RegistrationContent): Bilingual | undefined => {
  const platform = findPlatform(String(fieldAt(content, row.path.replace(/[^.]+$/, 'platform'))))
  if (row.key === 'packageName' && platform) return { zh: `例如 ${platform.example}。`, en: `For example ${platform.example}.` }
  return row.key === 'fingerprint' && platform?.fingerprint ? fingerprintHints[platform.fingerprint] : undefined
}

/** A remark that has to be given says how long it is. */
const ofRemark = (type: ServiceType, data: RulesInForce): Bilingual | undefined => {
  const [least, most, { zh, en }] = [data.value(`shortest-remark-of-${type}`), data.value(`longest-remark-of-${type}`), serviceWord(type)]
  return least === 0 ? undefined : { zh: spaced(`说明${zh}的实际内容，${least} 至 ${most} 字。`), en: `What the ${en} really does, in ${least} to ${most} characters.` }
}

const ofWebsiteName = (data: RulesInForce): Bilingual => ({
  zh: `至少 ${data.value('shortest-name')} 个汉字，与主办者有关，不用域名、纯数字或“中国”等字头。`,
  en: `At least ${data.value('shortest-name')} Chinese characters, related to the owner; not the domain, not digits only, not starting with 中国.`,
})

const ofService = (row: FieldRow, content: RegistrationContent, data: RulesInForce): Bilingual | undefined => {
  const type = content.services.find(({ id }) => row.path.startsWith(`services.${id}.`))?.type ?? 'website'
  if (row.key === 'name' && type === 'website') return ofWebsiteName(data)
  return (row.key === 'remark' ? ofRemark(type, data) : undefined) ?? (type === 'website' ? undefined : ofInstalled(row.key, type, data))
}

/** By the values that are in force today in the subject's province. */
export const hintOf = (row: FieldRow, content: RegistrationContent, data: RuleData): Bilingual | undefined => {
  const ofSection = row.section === 'platform' ? ofPlatform(row, content)
    : row.section === 'service' ? ofService(row, content, rulesInForce(data, content.subject.province, shanghaiDay(new Date().toISOString()))) : undefined
  return ofSection ?? hints[row.section][row.key]
}
