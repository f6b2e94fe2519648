import type { Bilingual } from '../bilingual.js'

export type AcceptanceDocumentId = 'terms' | 'pledge'

export interface AcceptanceDocument {
  /** The day the text came into force; an acceptance records it, and a new one asks again. */
  readonly version: string
  readonly title: Bilingual
  readonly paragraphs: readonly Bilingual[]
}

/** The first acceptance: terms of use with the privacy notice (Personal Information Protection Law arts 13, 17, 45–47). */
const terms: AcceptanceDocument = {
  version: '2026-11-01',
  title: { zh: '使用条款与隐私告知', en: 'Terms of use and privacy notice' },
  paragraphs: [
    {
      zh: '一、本系统用于办理非经营性互联网信息服务备案。网站主办者在此提交备案信息，接入服务提供者核实，主体所在省、自治区、直辖市通信管理局审核并发放备案号。',
      en: '1. This system serves the filing of non-commercial internet information services. Owners hand in filings here, access providers verify them, and the communications administration of the subject’s province reviews them and issues the numbers.',
    },
    {
      zh: '二、账号由注册人本人使用。请妥善保管密码和验证码，不得出借、转让。用您的账号和验证码完成的操作视为您本人的操作；发现异常请立即修改密码并告知我们。',
      en: '2. An account is used by the person who registered it. Keep the password and the codes to yourself; do not lend or transfer the account. What is done with your account and codes counts as done by you. If something looks wrong, change the password at once and tell us.',
    },
    {
      zh: '三、为办理备案，我们处理下列个人信息：姓名、证件类型和号码、证件有效期、手机号码、应急和办公电话、电子邮件、通信地址，以及登录时间和操作记录。其中证件号码属于敏感个人信息，系法定备案事项，不提供则无法办理备案。',
      en: '3. To handle a filing we process: name, type and number of the certificate, its validity, mobile, emergency and office phone, e-mail, mailing address, and times of log-on and records of actions. The certificate number is sensitive personal information; the law requires it for filing, and without it no filing can be handled.',
    },
    {
      zh: '四、上述信息仅提供给：您在备案中选择的接入服务提供者、负责审核的通信管理局，以及依法有权查询的机关。公众只能查询到主办者名称、单位性质、备案号、服务名称、域名和审核通过日期，查询不到证件号码、电话、邮箱、IP 地址和接入服务提供者。',
      en: '4. This information goes only to the access providers that you choose in the filing, to the administration that reviews it, and to authorities entitled by law. The public sees the owner’s name, its nature, the filing numbers, service names, domains and the date of approval; never certificate numbers, phones, mail addresses, IP addresses or access providers.',
    },
    {
      zh: '五、证件号码、电话和邮箱加密保存。备案存续期间及注销后法律规定的期限内保留备案信息和操作记录；期限届满后删除或作匿名化处理。未提交的草稿由您随时删除。',
      en: '5. Certificate numbers, phones and mail addresses are stored encrypted. Filings and records of actions are kept while the filing is in force and for the period that the law sets after cancellation, then deleted or made anonymous. You may delete a draft that was not handed in at any time.',
    },
    {
      zh: '六、您有权查阅、复制、更正您的个人信息。备案提交后，更正须由接入服务提供者在您提出请求后进行，并保留修改前后的内容；注销备案后可以申请注销账号。',
      en: '6. You have the right to see, copy and correct your personal information. After a filing is handed in, corrections are made by the access provider at your request, and the content before and after is kept. Once your filings are cancelled you may apply to close the account.',
    },
    {
      zh: '七、短信和邮件仅用于发送验证码、备案进度和法定通知，不用于营销。短信平台未启用期间，验证码会显示在页面上并说明原因；平台启用后不再显示。',
      en: '7. Text messages and mails carry codes, progress and statutory notices only, never advertising. While the SMS platform is switched off, codes appear on the page with the reason; once it is on they no longer do.',
    },
    {
      zh: '八、请勿利用本系统提交虚假信息、批量抓取数据或干扰系统运行。本条款更新时会在您下次登录时再次征求同意；不同意可以停止使用，已生效的备案不受影响。',
      en: '8. Do not use this system to hand in false information, to harvest data or to disturb its operation. When these terms change you are asked again at your next log-on; you may decline and stop using the system, and filings in force are not affected.',
    },
  ],
}

/** The second acceptance: the pledge of truthfulness (MII Order 33 arts 12–14, 22, 23, 25). */
const pledge: AcceptanceDocument = {
  version: '2026-11-01',
  title: { zh: '备案信息真实性承诺书', en: 'Pledge of truthfulness' },
  paragraphs: [
    {
      zh: '一、我承诺，所填写和提交的主体信息、互联网信息服务信息、接入信息真实、准确、完整，证件合法有效，与原件一致。',
      en: '1. I pledge that the information on the subject, the services and the access that I enter and hand in is true, accurate and complete, and that the certificates are lawful, valid and the same as the originals.',
    },
    {
      zh: '二、我是所填主体本人或其授权的经办人，已征得各负责人同意提供其姓名、证件号码和联系方式，并已告知其将收到短信核验。',
      en: '2. I am the subject itself or authorised by it. The persons in charge have agreed that I give their names, certificate numbers and contacts, and they know that they will be asked to confirm by text message.',
    },
    {
      zh: '三、我了解：点击“完成”后备案信息即被锁定，我不能再自行修改；需要修改的，须请求所选的接入服务提供者修改并说明理由，修改前后的内容将留存并向我展示。',
      en: '3. I understand that “Finish” locks the filing and that I can no longer change it myself. If something must be changed I ask the chosen access provider, with the reason; the content before and after is kept and shown to me.',
    },
    {
      zh: '四、备案通过前，我不会开通未备案的网站；备案通过后，我将在网站首页底部中央位置标明备案号，并链接至备案管理系统供公众查询。（《非经营性互联网信息服务备案管理办法》第十三条）',
      en: '4. I will not open a website before its filing is approved. After approval I will show the number at the bottom centre of the home page, linked to the filing system for the public to check. (MII Order 33, art. 13)',
    },
    {
      zh: '五、备案信息需要变更的，我将提前三十日办理变更；停止服务的，我将及时办理注销。（第十四条）',
      en: '5. If the filed information is to change I will apply for the change thirty days before; if a service ends I will have it cancelled in time. (art. 14)',
    },
    {
      zh: '六、我只提供备案项目范围内的服务；涉及新闻、出版、药品、文化、视听节目、金融等须经前置审批的内容，我已如实填写并取得批准文件。（第二十二条）',
      en: '6. I provide only the services that are filed. Where content needs a pre-approval — news, publishing, drugs, culture, audio-visual programmes, finance and others — I have said so and hold the approval. (art. 22)',
    },
    {
      zh: '七、我了解：填报虚假备案信息的，通信管理局将关闭网站并注销备案；未备案提供服务、超出备案项目、未标明备案号的，将依法责令改正、处以罚款直至关闭。（第十九条、第二十二条、第二十三条、第二十五条）',
      en: '7. I understand that for false information the administration closes the site and cancels the filing, and that operating unfiled, beyond what is filed or without showing the number leads to orders to correct, fines and closure. (arts 19, 22, 23, 25)',
    },
    {
      zh: '八、我遵守法律法规，不制作、不传播法律禁止的内容，配合接入服务提供者和通信管理局的核实与检查，并承担由此产生的法律责任。',
      en: '8. I obey the law, neither make nor spread what it forbids, cooperate with verification and inspection by access providers and administrations, and bear the legal responsibility.',
    },
  ],
}

export const acceptanceDocuments: Readonly<Record<AcceptanceDocumentId, AcceptanceDocument>> = { terms, pledge }
