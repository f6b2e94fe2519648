import type { Demand } from './demand.js'

const row = (number: number, zh: string, en: string): Demand => ({ id: `§6 no ${number}`, of: 'row', title: { zh, en } })

/** Every row of the rules that authorities check (icp-filing.md §6). */
export const demandedRows: readonly Demand[] = [
  row(1, '一个域名全国只备案一次', 'One domain in one filing in the whole country'),
  row(2, '一个网站一个域名；变更只能保留或减少', 'One domain per website; a change keeps or removes'),
  row(3, '独立域名；APP 可用到实际使用的层级', 'The registrable domain; apps down to the level that they use'),
  row(4, '顶级域名和注册商经工信部批准', 'Top-level domain and registrar are approved'),
  row(5, '域名在有效期内', 'The domain has not run out'),
  row(6, '域名已实名认证', 'The domain is real-named'),
  row(7, '域名持有者与主办者一致', 'The holder of the domain is the subject'),
  row(8, '政府和事业单位使用规定的域名', 'Government and public institutions use the domains meant for them'),
  row(9, '网站名称', 'Names of websites'),
  row(10, '网站名称不冲突', 'Names do not collide'),
  row(11, '个人网站非经营性', 'Individuals’ sites are no business'),
  row(12, '备案数量限制', 'How many services'),
  row(13, '个人主办者年龄', 'Age of individuals'),
  row(14, '主体负责人为法定代表人', 'The person in charge is the legal representative'),
  row(15, '不同负责人使用不同联系方式，同一人联系方式一致', 'Different persons, different contacts; one person, one contact'),
  row(16, '一个手机号码一个主体；部分省份要求本地号码', 'One mobile, one subject; a local number in some provinces'),
  row(17, '证件所在地与备案省一致，个人或有居住证', 'The certificate is of the province, or an individual has a residence permit'),
  row(18, '通信地址与证件同城', 'The mailing address is in the city of the certificate'),
  row(19, 'IP 地址属于接入商', 'The addresses are the provider’s'),
  row(20, '未备案前网站不能打开', 'What is not filed does not open'),
  row(21, '主体已备案的网站可打开、内容相符、标明备案号', 'Earlier sites open, fit and show their number'),
  row(22, '涉及前置审批的有批准文件', 'A pre-approval where content needs one'),
  row(23, '主体、网站不在黑名单', 'Neither subject nor site is on the blacklist'),
  row(24, '一个主体同时一个备案；注销互斥', 'One filing of a subject at a time; cancellations exclude each other'),
  row(25, '证件清晰完整、在有效期内', 'Certificates are whole, legible and valid'),
  row(26, '主体经营状态正常', 'The subject is in business'),
  row(27, '备案后接入真实', 'After filing the access is true'),
  row(28, '空壳主体能否直接新增网站', 'Whether a hollow subject may add a service'),
  row(29, '境外主体和外籍法定代表人的证件', 'Papers of foreign owners and legal representatives'),
  row(30, '子域名是否单独备案', 'Whether a sub-domain is filed by itself'),
]
