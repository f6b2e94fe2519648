import { type Demand, otherwise } from './demand.js'

const field = (id: string, zh: string, en: string, rules: string, more: Partial<Demand> = {}): Demand =>
  ({ id: `§${id}`, of: 'field', title: { zh, en }, ...(rules === '' ? {} : { rules: rules.split(' ') }), ...more })

/** Every field of the forms (icp-filing.md §2), by its tag in the interface where it has one. */
export const demandedFields: readonly Demand[] = [
  field('2.1 Dwmc', '主办单位或主办人名称', 'Name of the subject', 'S-02 S-03'),
  field('2.1 Dwxz', '单位性质', 'Nature', 'S-01'),
  field('2.1 Tzr', '投资人或主管单位', 'Investor or superior unit', 'S-14'),
  field('2.1 Shengid Shiid Xianid', '省、市、区县', 'Province, city and county', 'S-15 S-18 S-19 S-32 S-34'),
  field('2.1 Xxdz', '通信地址', 'Mailing address', 'S-20 S-21 S-22 S-30'),
  field('2.1 Zjlx', '主体证件类型', 'Type of certificate', 'S-04'),
  field('2.1 Zjhm', '主体证件号码', 'Certificate number', 'S-05 S-06 S-07 S-08 S-09 S-16 X-03 X-04 X-26'),
  field('2.1 Zjzs', '证件住所', 'Address on the certificate', 'S-10'),
  field('2.1 Fzr_xm', '主体负责人姓名', 'Name of the person in charge', 'P-01 S-17'),
  field('2.1 Fzr_dhhm', '办公电话、应急电话', 'Office and emergency phone', 'P-09 P-10 P-11'),
  field('2.1 Fzr_sjhm', '手机号码', 'Mobile number', 'P-08 P-16 X-23 X-28'),
  field('2.1 Fzr_dzyj', '电子邮件', 'E-mail address', 'P-12'),
  field('2.1 MSN QQ', 'MSN、QQ', 'MSN, QQ', '', otherwise('left-out', '旧字段，如今的表单不再填写。', 'Of old: forms of today do not ask for them.')),
  field('2.1 Fzr_zjlx', '负责人证件类型', 'Type of the person’s certificate', 'P-02 P-15'),
  field('2.1 Fzr_zjhm', '负责人证件号码', 'Number of the person’s certificate', 'P-03 P-04'),
  field('2.1 validity', '证件有效期', 'Validity of certificates', 'S-11 S-12 S-13 P-05 P-06 P-07'),
  field('2.1 Bbfs', '报备方式', 'Filing mode', '', otherwise('process', '主办者在此自行报备，方式固定。', 'Owners file for themselves here, so the mode is given.')),
  field('2.1 Bz', '主体备注', 'Remark', 'X-08'),
  field('2.1 legal person', '法定代表人', 'Legal representative', 'S-23 S-24 S-25 S-26 S-27 S-28 S-29'),
  field('2.1 residence proof', '居住证', 'Residence permit', 'S-34 V-06', otherwise('person', '接入商核实时查看居住证。', 'The provider looks at the permit when it verifies.')),

  field('2.2 Wzmc', '网站名称', 'Name of the website', 'W-01 W-02 W-03 W-04 W-05 W-06 W-07 W-08 W-09 X-21'),
  field('2.2 Ym', '域名', 'Domain', 'W-10 W-11 W-12 W-13 W-14 W-15 W-16 X-01 X-02 X-27'),
  field('2.2 Syurl', '首页网址', 'Home page', 'W-17 W-18 W-19 W-20 X-22'),
  field('2.2 Nrlx_id Qzsph', '前置或专项审批', 'Pre-approvals', 'W-24 W-25 W-26 W-27'),
  field('2.2 Spwj', '审批文件扫描件', 'Scans of approvals', 'V-19'),
  field('2.2 Fwnr', '服务内容', 'Service content', 'W-21 W-23'),
  field('2.2 Yylb', '网站语言', 'Languages', 'W-22'),
  field('2.2 Wz_Fzr', '网站负责人', 'Person in charge of the website', 'P-01 P-02 P-03 P-04 P-05 P-06 P-07 P-08 P-09 P-10 P-11 P-12 P-13 P-14'),
  field('2.2 Wz_Bz', '网站备注', 'Remark', 'W-28 W-51'),

  field('2.3 Ispid', '接入服务提供者', 'Access provider', 'A-01 A-10 X-05 X-12'),
  field('2.3 Fbdd', '服务器放置地', 'Server place', 'A-03'),
  field('2.3 Jrfs', '接入方式', 'Access mode', 'A-02'),
  field('2.3 Qsip Zzip', 'IP 地址段', 'IP ranges', 'A-04 A-05 A-06 A-07 A-08 A-09 A-11 A-12 X-24 X-25'),
  field('2.3 IspJrid Jrid', '接入编号', 'Ids of an access', '', otherwise('process', '接入的编号由备案库给出，不由主办者填写。', 'The register gives an access its id; nobody types one.')),

  field('2.5', '各单位性质的证件类型', 'Certificate types of each nature', 'S-04 P-02 S-24'),
  field('2.6', '前置审批项目', 'Pre-approval items', 'W-25 W-26'),
  field('2.7', '服务内容代码', 'Codes of service content', 'W-21 W-48'),
  field('2.8', '语言代码', 'Codes of languages', 'W-22'),
  field('2.9', '接入方式代码', 'Codes of access modes', 'A-02'),
  field('2.10', '服务器放置地代码', 'Codes of server places', 'A-03'),
  field('2.11', '附件', 'Attachments', 'S-29 S-31 V-05 V-24', otherwise('person', '附件由接入商收存查看，本系统不收附件；需要准备的材料会提醒主办者。', 'The provider keeps and looks at papers, none is taken here; the owner is reminded of those to have ready.')),

  field('2.12 server_type', '服务类型', 'Type of service', 'W-40'),
  field('2.12 platform', '运行平台', 'Platforms', 'W-41 W-42 W-50 X-40'),
  field('2.12 package', '包名、Bundle ID、AppID', 'Package name, Bundle ID, AppID', 'W-43 W-44 W-47 X-41'),
  field('2.12 public key', '签名公钥', 'Public key', 'W-45'),
  field('2.12 fingerprint', '签名证书指纹', 'Certificate fingerprint', 'W-46'),
  field('2.12 icon', '图标', 'Icon', '', otherwise('left-out', '图标是附件，本系统不收附件。', 'An icon is an attachment, and none is taken here.')),
  field('2.12 domain', 'APP 使用的域名', 'Domain that an app uses', 'W-10 W-14 X-01 T-14'),
  field('2.12 channel', '报备途径', 'Way of filing', 'W-49'),
  field('2.12 remark', '小程序备注', 'Remark of a mini program', 'W-28'),
]
