import type { CodeRow } from './code-row.js'

/** The reason that needs a note in own words. */
export const otherReason = '99'

/** Cancellation reasons (注销理由), icp-filing.md §8. The regulator's table was not seen; 1 and 2 are those of the mini-program interface. */
export const cancellationReasons: readonly CodeRow[] = [
  { id: '1', zh: '不再开办该互联网信息服务', en: 'The service is no longer operated', confirmed: true },
  { id: '2', zh: '主办者变更，需要重新备案', en: 'The owner has changed and files anew', confirmed: true },
  { id: '3', zh: '域名已到期、转让或不再使用', en: 'The domain has expired, was transferred or is no longer used', confirmed: false },
  { id: '4', zh: '主办者已注销或终止', en: 'The owner has been dissolved or deregistered', confirmed: false },
  { id: '5', zh: '备案信息有误，需要注销后重新备案', en: 'The record is wrong and must be filed anew', confirmed: false },
  { id: otherReason, zh: '其他（请在说明中写明）', en: 'Other (say which in the note)', confirmed: false },
]

/** Reasons of a cancellation by force (强制注销、责令关闭): what the orders name (icp-filing.md §8, §11; O33 arts 22, 23). The regulator's table was not seen. */
export const forcedReasons: readonly CodeRow[] = [
  { id: 'false-data', zh: '提供虚假备案信息', en: 'The filed data are false', confirmed: false },
  { id: 'beyond-filing', zh: '超出备案项目提供服务', en: 'The service goes beyond what was filed', confirmed: false },
  { id: 'unlawful-content', zh: '提供违法信息内容', en: 'The service carries unlawful content', confirmed: false },
  { id: 'unreachable', zh: '备案信息失实且无法联系，逾期未改正', en: 'The data are out of date, the owner cannot be reached and has not mended them in time', confirmed: false },
  { id: 'domain-of-other', zh: '域名已由他人合法持有', en: 'The domain lawfully belongs to somebody else', confirmed: false },
  { id: 'order', zh: '其他机关依法要求关闭', en: 'Another authority has ordered it closed', confirmed: false },
]

const phrase = (id: string, zh: string, en: string): CodeRow => ({ id, zh, en, confirmed: true })

/** Stock phrases for returning and refusing, from the common reasons that providers publish (icp-filing.md §4.5, HW and TC); numbers that differ by province are in none of them. */
export const returnReasons: readonly CodeRow[] = [
  phrase('certificate-differs', '主办者名称、证件号码或证件住所与证件不一致。', 'Owner name, certificate number or address differs from the certificate.'),
  phrase('certificate-unusable', '证件不清晰、为复印件或剩余有效期不足。', 'The certificate is unclear, a photocopy, or ends too soon.'),
  phrase('domain-holder', '域名所有者与主办者不一致。', 'The holder of the domain is not the owner.'),
  phrase('domain-not-real-named', '域名未实名认证，或实名信息尚未同步。', 'The domain is not real-name verified, or the data has not arrived yet.'),
  phrase('domain-expired', '域名已过期。', 'The domain has expired.'),
  phrase('domain-not-approved', '域名后缀或注册商未经工信部批准。', 'The top-level domain or the registrar is not approved by the ministry.'),
  phrase('name-rule', '网站名称不符合命名要求。', 'The website name breaks the naming rules.'),
  phrase('person-not-legal-representative', '主体负责人不是法定代表人，且未提供授权书。',
    'The subject’s person in charge is not the legal representative and no letter of authorisation was given.'),
  phrase('unreachable', '负责人电话无法接通，无法核实。', 'The person in charge could not be reached by phone.'),
  phrase('phone-used-elsewhere', '负责人手机号码已用于其他主体。', 'The mobile number is in use by another subject.'),
  phrase('resolves-before-approval', '网站在备案通过前已可访问，请先关闭解析。', 'The website opens before approval; stop resolving the domain first.'),
  phrase('earlier-services', '主体下已备案的网站无法访问或首页底部未标明备案号。',
    'Earlier services of the subject do not open or do not show their number.'),
  phrase('content-beyond-nature', '网站内容与单位性质或前置审批不符。', 'The content goes beyond the subject’s nature or its pre-approvals.'),
  phrase('pre-approval-missing', '涉及前置审批内容，未提供批准文件。', 'The content needs a pre-approval that was not given.'),
  phrase('address-incomplete', '通信地址不详细，请精确到门牌号。', 'The mailing address is incomplete; give it down to the room number.'),
  phrase('wrong-kind', '备案类型选择错误。', 'The wrong kind of filing was chosen.'),
  phrase('filed-elsewhere', '该主体已在其他接入商处备案，请改为新增网站或接入。',
    'The subject is already filed through another provider; file a new service or access instead.'),
  phrase('ip-mismatch', 'IP 地址不属于所选接入商报备的范围。', 'The IP addresses are not among those reported by the chosen provider.'),
]
