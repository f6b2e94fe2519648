import { paperParameters } from '../papers/paper-parameters.js'
import { choice, flag, numberOf, type Parameter, wordList } from './parameter.js'
import { remarkParameters } from './remark-parameters.js'
import { severityParameters } from './severity-parameters.js'

const years = { zh: '周岁', en: 'years', one: 'year' }
const services = { zh: '个', en: 'services', one: 'service' }
/** The unit of what is counted in days. */
export const daysCounted = { zh: '天', en: 'days', one: 'day' }
const letters = { zh: '个字', en: 'characters', one: 'character' }

const ownParameters = {
  'youngest-individual': numberOf(14, 30, years, {
    title: { zh: '个人主办者的最低年龄', en: 'Youngest age of an individual' },
    about: { zh: '不满此年龄的个人，提示审核人员。', en: 'Reviewers are told of an individual who is younger.' }, rules: ['S-16', 'S-33'],
  }),
  'months-left-on-certificates': numberOf(0, 24, { zh: '个月', en: 'months', one: 'month' }, {
    title: { zh: '证件剩余有效期', en: 'Time left on certificates' },
    about: { zh: '剩余有效期不足的证件，提示审核人员；0 表示不要求。', en: 'Reviewers are told of certificates that end sooner; 0 asks for nothing.' }, rules: ['S-13', 'P-07'],
  }),
  'units-file-at-home': flag({
    title: { zh: '单位须在证件所在省备案', en: 'Units file in the province of their certificate' },
    about: { zh: '信用代码所属省份与备案省份不同时提示审核人员。', en: 'Reviewers are told when the credit code is of another province.' }, rules: ['S-15'],
  }),
  'individuals-away-need-permit': flag({
    title: { zh: '个人在户籍地以外备案须有居住证', en: 'Individuals away from home need a residence permit' },
    about: { zh: '身份证所属省份与备案省份不同的个人，提醒备好居住证，并由接入商查看。', en: 'An individual whose resident ID is of another province is reminded of the permit, and the provider looks at it.' }, rules: ['S-34', 'V-06'],
  }),
  'proof-of-income-below': numberOf(0, 30, years, {
    title: { zh: '须有收入证明的年龄', en: 'Age below which an income is proven' },
    about: { zh: '达到最低年龄而不满此年龄的个人，提醒备好收入证明；0 表示不要求。', en: 'An individual old enough to file but younger than this is reminded of the proof; 0 asks for nothing.' }, rules: ['S-33'],
  }),
  'address-in-city-of-certificate': flag({
    title: { zh: '通信地址与证件在同一城市', en: 'Mailing address in the city of the certificate' },
    about: { zh: '所选城市与证件号码所属城市不同时提示审核人员。', en: 'Reviewers are told when the chosen city is not that of the certificate number.' }, rules: ['S-30'],
  }),
  'person-in-charge': choice([
    { id: 'legal-representative', zh: '必须是法定代表人', en: 'must be the legal representative' },
    { id: 'letter', zh: '可授权他人，须有授权书', en: 'may be somebody with a letter of authorisation' },
    { id: 'anyone', zh: '不要求是法定代表人', en: 'need not be the legal representative' },
  ], {
    title: { zh: '单位的主体负责人', en: 'Who may be a unit’s person in charge' },
    about: { zh: '主体负责人不是法定代表人时，提示审核人员或提醒主办者备好授权书。', en: 'When it is somebody else, reviewers are told, or the owner is reminded of the letter.' },
    rules: ['S-28', 'S-29', 'V-04'],
  }),
  'passport-of-person-in-charge': choice([
    { id: 'accepted', zh: '可使用护照', en: 'a passport is accepted' }, { id: 'mainland-person', zh: '须授权持居民身份证的人员', en: 'somebody with a resident ID is authorised' },
  ], {
    title: { zh: '单位负责人使用护照', en: 'Passport of a unit’s person in charge' },
    about: { zh: '不接受护照的省份，提示审核人员。', en: 'Where it is not accepted, reviewers are told.' }, rules: ['P-15'],
  }),
  'takes-moves': choice([
    { id: 'yes', zh: '受理', en: 'takes them' }, { id: 'unsaid', zh: '没有写明，由通信管理局决定', en: 'is not said, its administration decides' }, { id: 'no', zh: '不受理', en: 'takes none' },
  ], {
    title: { zh: '是否受理网站迁移', en: 'Whether moves of websites are taken' },
    about: { zh: '未写明或不受理的省份，提示主办者和审核人员。', en: 'Where it is not said, or none are taken, owner and reviewers are told.' }, rules: ['T-07'],
  }),
  'local-mobile': flag({
    title: { zh: '须使用本地手机号码', en: 'Mobile number of the province' },
    about: { zh: '号码归属地无法由号码得知，提醒主办者。', en: 'Where a number is from cannot be told by it, so the owner is reminded.' }, rules: ['P-16'],
  }),
  'emergency-phone-differs': flag({
    title: { zh: '应急电话不同于手机号码', en: 'The emergency phone is not the mobile number' },
    about: { zh: '相同时不能提交。', en: 'A filing with the same number for both is not handed in.' }, rules: ['P-10'],
  }),
  'office-phone-of-units': flag({
    title: { zh: '单位须填写办公电话', en: 'Units give an office phone' },
    about: { zh: '未填写时不能提交。', en: 'A filing without it is not handed in.' }, rules: ['P-11'],
  }),
  'commitment-letter': flag({
    title: { zh: '须提交承诺书', en: 'A letter of commitment is asked for' },
    about: { zh: '提醒主办者备好签字盖章的承诺书。', en: 'The owner is reminded to have the signed letter ready.' }, rules: ['S-31', 'V-05'],
  }),
  'services-per-filing-of-units': numberOf(1, 50, services, {
    title: { zh: '单位一次备案的网站数量', en: 'Services in one filing of a unit' },
    about: { zh: '超过时提示审核人员。', en: 'Reviewers are told of more.' }, rules: ['X-09'],
  }),
  'services-per-filing-of-individuals': numberOf(1, 50, services, {
    title: { zh: '个人一次备案的网站数量', en: 'Services in one filing of an individual' },
    about: { zh: '超过时提示审核人员。', en: 'Reviewers are told of more.' }, rules: ['X-09'],
  }),
  'services-of-individuals': numberOf(0, 1000, services, {
    title: { zh: '个人主体的网站总数', en: 'Services that an individual has in all' },
    about: { zh: '连同已备案的超过时提示审核人员；0 表示不限。', en: 'Reviewers are told of more, those on record among them; 0 sets no limit.' }, rules: ['X-52', 'T-23'],
  }),
  'services-of-units': numberOf(0, 1000, services, {
    title: { zh: '单位主体的网站总数', en: 'Services that a unit has in all' },
    about: { zh: '连同已备案的超过时提示审核人员；0 表示不限。', en: 'Reviewers are told of more, those on record among them; 0 sets no limit.' }, rules: ['X-52', 'T-23'],
  }),
  'services-that-need-a-plan': numberOf(0, 1000, services, {
    title: { zh: '须提交建设方案书的网站数量', en: 'Services from which on a plan is handed in' },
    about: { zh: '达到时提醒单位备好方案书；0 表示不要求。', en: 'A unit that reaches it is reminded of the plan; 0 asks for none.' }, rules: ['X-53', 'T-24'],
  }),
  'changes-in-thirty-days': numberOf(1, 100, { zh: '次', en: 'changes', one: 'change' }, {
    title: { zh: '须详细核对的变更次数', en: 'Changes from which on reviewers look closer' },
    about: { zh: '同一主体在一段时间内通过同一接入商达到此数时提示审核人员。', en: 'Reviewers are told when a subject has reached it through one provider within the days that are counted.' }, rules: ['X-51'],
  }),
  'days-of-changes': numberOf(1, 366, daysCounted, {
    title: { zh: '统计变更次数的天数', en: 'Days over which changes are counted' },
    about: { zh: '只统计最近这些天内提交的变更。', en: 'Changes that were handed in earlier do not count.' }, rules: ['X-51'],
  }),
  'hollow-subject-adds-services': flag({
    title: { zh: '空壳主体可直接新增网站', en: 'A hollow subject may add a service' },
    about: { zh: '不可以的，须先注销主体。', en: 'Where it may not, the subject is cancelled first.' }, rules: ['X-50'],
  }),
  'shortest-name': numberOf(1, 10, { zh: '个汉字', en: 'Chinese characters', one: 'Chinese character' }, {
    title: { zh: '网站名称的最少汉字数', en: 'Chinese characters that a website name has at least' },
    about: { zh: '不足时不能提交。', en: 'A filing with fewer is not handed in.' }, rules: ['W-02'],
  }),
  'shortest-name-of-individuals': numberOf(1, 20, letters, {
    title: { zh: '个人网站名称的最短长度', en: 'Shortest name of an individual’s website' },
    about: { zh: '更短时提示审核人员。', en: 'Reviewers are told of a shorter one.' }, rules: ['W-07'],
  }),
  'longest-name-of-individuals': numberOf(3, 60, letters, {
    title: { zh: '个人网站名称的最大长度', en: 'Longest name of an individual’s website' },
    about: { zh: '更长时提示审核人员。', en: 'Reviewers are told of a longer one.' }, rules: ['W-07'],
  }),
  'forbidden-words': wordList({
    title: { zh: '网站名称禁用词', en: 'Words that no name may hold' },
    about: { zh: '名称含有这些词时不能提交。', en: 'A filing whose name holds one is not handed in.' }, rules: ['W-06'],
  }),
  'duty-words': wordList({
    title: { zh: '仅限政府机关使用的词', en: 'Words for government organs only' },
    about: { zh: '政府机关以外的名称含有这些词时不能提交。', en: 'A filing of anybody else whose name holds one is not handed in.' }, rules: ['W-06'],
  }),
  'state-words': wordList({
    title: { zh: '国家级称谓', en: 'Names of the state' },
    about: { zh: '名称以这些词开头时提示审核人员。', en: 'Reviewers are told of a name that begins with one.' }, rules: ['W-05'],
  }),
  'firm-words': wordList({
    title: { zh: '个人网站名称不宜使用的词', en: 'Words that an individual’s site does not carry' },
    about: { zh: '个人网站名称含有这些词时提示审核人员。', en: 'Reviewers are told of an individual’s name that holds one.' }, rules: ['W-07'],
  }),
  'trade-words': wordList({
    title: { zh: '行业用语', en: 'Words of trades' },
    about: { zh: '个人网站名称含有这些词时提示审核人员。', en: 'Reviewers are told of an individual’s name that holds one.' }, rules: ['W-07'],
  }),
  idioms: wordList({
    title: { zh: '成语', en: 'Idioms' },
    about: { zh: '个人网站名称含有这些成语时提示审核人员。', en: 'Reviewers are told of an individual’s name that holds one.' }, rules: ['W-07'],
  }),
  'commerce-words': wordList({
    title: { zh: '经营性用语', en: 'Words of business' },
    about: { zh: '个人的备注，或 APP、小程序、快应用的名称含有这些词时提示审核人员；备注中否定的（如“不收费”）不算。', en: 'Reviewers are told of an individual’s remark, or name of an app, mini program or quick app, that holds one; what a remark denies does not count.' }, rules: ['W-51'],
  }),
  'finance-words': wordList({
    title: { zh: '涉及金融审批的词', en: 'Words that suggest a financial approval' },
    about: { zh: '名称含有这些词而未填写互联网金融审批时提示审核人员。', en: 'Reviewers are told when a name holds one and no approval for internet finance is given.' }, rules: ['W-26'],
  }),
  'fewest-signs-of-keys': numberOf(16, 4096, letters, {
    title: { zh: '签名公钥的最少字符数', en: 'Shortest public key' },
    about: { zh: '更短的不是签名证书的公钥，不能提交。', en: 'A shorter one is no key of a signing certificate, and is not handed in.' }, rules: ['W-45'],
  }),
  'most-categories': numberOf(1, 64, { zh: '项', en: 'categories', one: 'category' }, {
    title: { zh: '服务内容类别的最多项数', en: 'Content categories of an app at most' },
    about: { zh: 'APP、小程序和快应用选择更多时不能提交。', en: 'An app, mini program or quick app with more of them is not handed in.' }, rules: ['W-48'],
  }),
  'months-left-on-domains': numberOf(0, 24, { zh: '个月', en: 'months', one: 'month' }, {
    title: { zh: '域名剩余有效期', en: 'Time left on domains' },
    about: { zh: '接入商核实时，域名剩余有效期须超过此数；0 表示未过期即可。', en: 'Providers look whether a domain has more than this left; 0 asks only that it has not ended.' }, rules: ['V-11'],
  }),
  'days-after-real-naming': numberOf(0, 30, { zh: '个工作日', en: 'working days', one: 'working day' }, {
    title: { zh: '域名实名认证后的等待', en: 'Wait after a domain is real-named' },
    about: { zh: '实名认证数据同步到工信部需要的时间；接入商核实时须已满。', en: 'What the data need to reach the ministry; providers look whether it is over.' }, rules: ['V-12'],
  }),
  'domain-holder': choice([
    { id: 'unit-or-management', zh: '单位（含股东）、主要负责人或高级管理人员', en: 'the unit, its shareholders, main person in charge or a senior manager' },
    { id: 'unit-or-legal-representative', zh: '单位或其法定代表人', en: 'the unit or its legal representative' },
    { id: 'same-name', zh: '仅与主办者同名', en: 'only whoever has the owner’s name' },
  ], {
    title: { zh: '谁可以持有单位的域名', en: 'Who may hold a unit’s domain' },
    about: { zh: '接入商核实域名持有者时的要求；个人须为本人。', en: 'What providers look for in the domain’s record; an individual holds it personally.' }, rules: ['V-13'],
  }),
  'widest-ipv4-range': numberOf(8, 32, { zh: '位前缀', en: 'bits of prefix', one: 'bit of prefix' }, {
    title: { zh: 'IPv4 地址段的最大范围', en: 'Widest range of IPv4' },
    about: { zh: '范围更大时提示审核人员。', en: 'Reviewers are told of a wider one.' }, rules: ['A-09'],
  }),
  'widest-ipv6-range': numberOf(16, 128, { zh: '位前缀', en: 'bits of prefix', one: 'bit of prefix' }, {
    title: { zh: 'IPv6 地址段的最大范围', en: 'Widest range of IPv6' },
    about: { zh: '范围更大时提示审核人员。', en: 'Reviewers are told of a wider one.' }, rules: ['A-09'],
  }),
  ...paperParameters,
  ...remarkParameters,
  'days-to-cut': numberOf(1, 20, { zh: '个工作日', en: 'working days', one: 'working day' }, {
    title: { zh: '强制注销后停止接入的期限', en: 'Time to cut a service that was cancelled by force' },
    about: { zh: '接入商须在此期限内停止接入并确认；逾期提醒接入商和通信管理局。', en: 'Providers cut it and acknowledge within this time; after it they and the administration are told.' }, rules: [],
  }),
}

/** Everything that rules decide by and that an operator may change. */
export const parameters = { ...ownParameters, ...severityParameters }

export type ParameterId = keyof typeof parameters
type OwnParameterId = keyof typeof ownParameters
export type ValueOf<Id extends OwnParameterId> = (typeof ownParameters)[Id] extends Parameter<infer Value> ? Value : never
export type DecidingParameter = OwnParameterId

export const parameterIds = Object.keys(parameters) as ParameterId[]
export const isParameterId = (id: string): id is ParameterId => Object.hasOwn(parameters, id)
export const parameterOf = (id: ParameterId): Parameter => parameters[id]
