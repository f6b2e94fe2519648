import { describeTable, type TableRow } from '../classification.js'

/**
 * Every column of the database: how sensitive it is, what its table is for, how long its rows stay, and how it is protected. A column without a place here,
 * or a place without a column, fails the tests; docs/personal-data.md is written from this file.
 *
 * A line reads `class [protection [place]]: columns`. Classes: `none` (says nothing of a person), `internal` (of the house), `personal`, `sensitive` (PIPL 28),
 * `secret` (lets somebody in). Protections: `sealed {row}` is ciphertext bound to its row; `content {row} part` is JSON whose personal fields
 * (field-table.ts) are sealed each at its path; `searched` is a keyed fingerprint that is made anew when the index key is rotated, `keyed` one whose key stays;
 * `hashed` is a one-way hash.
 */
export const tables: Readonly<Record<string, TableRow>> = {
  acceptances: describeTable('同意记录（条款、承诺书）', 'proof of consent to terms and pledge', 'law', `
    none: document version accepted_at
    internal: account_id`),
  account_acts: describeTable('安全管理员对账号所做的操作', 'what security administrators did to accounts', 'audit', `
    none: id act at
    internal: account_id by_account
    personal sealed {id}: reason`),
  account_requests: describeTable('须两人同意的账号变更', 'changes of accounts that need two people', 'audit', `
    none: id kind invitation_id role provider_id province asked_at expires_at state decided_at
    internal: account_id asked_by decided_by
    personal sealed {id}: reason`),
  accounts: describeTable('识别账号持有人并与其联系', 'knowing whose account it is, and reaching that person', 'former-staff', `
    none: id role provider_id province registered_at last_log_on_at disabled_at closed_at demo mobile_changed_at password_changed_at
    personal: user_name user_name_key name certificate_type
    personal sealed {id}: mobile email
    personal searched: mobile_index email_index
    sensitive sealed {id}: certificate_number
    sensitive searched: certificate_index
    secret hashed: password`),
  administrations: describeTable('各通信管理局的联系方式', 'how administrations are reached', 'system', 'none: province phone address website version changed_at'),
  audit_checkpoints: describeTable('审计检查点', 'signed checkpoints of the audit', 'audit', `
    none: number size root frontier at previous key_id signature`),
  audit_entries: describeTable('审计：谁在何时做了什么（不含个人信息）', 'audit: who did what, when; ids and paths only', 'audit', `
    none: chain position at action filing_id object_type object_id digest detail previous hash
    internal: actor`),
  audit_log: describeTable('审计的总顺序', 'the one order over all audit entries', 'audit', 'none: sequence chain position hash'),
  audit_verifications: describeTable('审计校验的运行结果', 'runs of the verification', 'audit', `
    none: id asked_at state progress result ended_at
    internal: asked_by`),
  audit_waiting: describeTable('待纳入检查点的审计条目', 'entries that the next checkpoint takes', 'audit', 'none: arrived chain position'),
  authenticators: describeTable('工作人员的动态口令', 'authenticators of staff', 'account', `
    none: last_step added_at
    internal: account_id
    secret sealed {account_id}: secret`),
  certificates: describeTable('已签发的电子证书（内容均为公示信息）', 'issued certificates; all they say is public', 'law', `
    none: id subject_id version code province subject_number services payload signature signer issued_at state ended_at replaced_by pdf sha256
    internal: owner_account_id
    personal: subject_name`),
  blacklist_entries: describeTable('备案黑名单：主体和域名', 'the blacklist of subjects and domains', 'blacklist', `
    none: id kind domain certificate_type reason source valid_from valid_until version added_at lifted_at
    internal: added_by lifted_by
    sensitive searched: key
    sensitive sealed {id}: certificate_number`),
  conflict_keys: describeTable('发现备案之间的冲突（仅存密钥索引）', 'finding filings that want the same; keyed indexes only', 'law', `
    none: filing_id subject_id kind path provider_id
    internal: addresses
    sensitive searched: subject_key key person_key`),
  confirmations: describeTable('负责人短信核验', 'asking responsible persons for their consent', 'law', `
    none: id filing_id round position covers state wrong_tries resends created_at expires_at confirmed_at closed_at
    personal sealed {id}: name mobile mail
    sensitive keyed: mobile_key last_six_key
    secret keyed: token_key code_key
    secret sealed {id}: secret`),
  contact_changes: describeTable('更换手机或邮箱', 'changes of phone or mail under way', 'code', `
    none: channel started_at
    internal: account_id
    secret hashed: session
    personal sealed {account_id}: value`),
  correction_requests: describeTable('请求修改已锁定备案的字段', 'asking for a correction of a locked filing', 'law', `
    none: id filing_id opened_by provider_id fields state opened_at answered_at position
    internal: opened_by_account_id
    personal sealed {id}: reason answer`),
  corrections: describeTable('接入商修改的前后对照', 'what a provider corrected, before and after', 'law', `
    none: id filing_id request_id revision provider_id provider_name at
    internal: by_account_id
    personal: by_name
    sensitive sealed {id}: reason changes`),
  cut_orders: describeTable('要求接入商停止接入', 'what providers are ordered to cut', 'law', `
    none: id cancellation_id province provider_id provider_name service_number service_name service_type domain ordered_at due_on acknowledged_at urged_at
    internal: acknowledged_by
    personal: subject_name`),
  earlier_papers: describeTable('已被更换或移除的备案材料', 'papers of a filing that were replaced or taken away after it had been handed in', 'law', `
    none: id filing_id purpose about provider_id position format width height size digest at by_role by_name reason gone_at gone_by_role gone_by_name gone_reason replaced_by
    internal: by_account_id gone_by_account_id
    sensitive sealed {id}: bytes`),
  filing_changes: describeTable('备案办结时与备案库的差异', 'what a filing changed in the register when it ended', 'law', `
    none: filing_id at
    sensitive sealed {filing_id}: changes`),
  filing_events: describeTable('备案办理过程', 'what happened to a filing', 'law', `
    none: id filing_id at action role status
    internal: name
    personal sealed {filing_id}@{at}: note`),
  filing_papers: describeTable('备案材料（证件、授权书、照片等图片）', 'papers of a filing: pictures of certificates, letters, photos', 'law', `
    none: id filing_id purpose about provider_id position format width height size digest at by_role by_name reason
    internal: by_account_id
    sensitive sealed {id}: bytes`),
  filing_passes: describeTable('接入商核实情况', 'verification by the providers', 'law', `
    none: filing_id provider_id provider_name position state at
    internal: by_account_id
    personal sealed {filing_id}/{provider_id}: remark`),
  filing_revisions: describeTable('备案内容的各个版本', 'the content of a filing, version by version', 'law', `
    none: filing_id number digest cause at
    internal: author_account_id
    sensitive content {filing_id}/{number}: content`),
  filings: describeTable('备案申请及其状态', 'filings and where they stand', 'draft', `
    none: id reference kind status version province domain_keys revision round created_at saved_at finished_at status_since review_since from_filing_id applicant_provider_id result summary reminded_at draft_check urged_at contested_domains contested_at contested_version
    internal: owner_account_id receiving_account_id
    personal: subject_name
    sensitive searched: subject_key receiving_key
    sensitive content {id}: draft_content`),
  fingerprint_keys: describeTable('检索指纹所用的密钥（仅编号）', 'which key fingerprints are made with; its id only', 'system', 'none: use generation key_id suite'),
  forced_cancellations: describeTable('强制注销及其依据（文书）', 'what was cancelled by force, and the document that orders it', 'law', `
    none: id subject_id service_id province number numbers reason ground at subject_listed domains_listed
    internal: by_account`),
  hollow_records: describeTable('空壳主体和网站及其通知', 'hollow subjects and services, and when their owner was told', 'law', `
    none: id subject_id service_id since told_at`),
  idempotency_records: describeTable('重复请求得到同一答复', 'a repeated request gets the first answer', 'idempotency', `
    none: operation key at
    internal: actor
    internal keyed: request
    sensitive sealed {actor}|{operation}|{key}: answer`),
  invitations: describeTable('邀请工作人员', 'inviting staff', 'invitation', `
    none: id purpose role provider_id province state tries_left invited_at expires_at
    internal: account_id invited_by
    personal: name
    personal searched: mobile_index email_index
    personal sealed {id}: mobile email
    secret hashed: token
    secret sealed {id}: secret`),
  known_devices: describeTable('识别常用设备，陌生设备登录时提醒', 'telling of a log-on from a device that is new', 'device', `
    none: id first_seen_at last_seen_at
    internal: account_id
    personal: browser system
    secret hashed: token`),
  limiter_points: describeTable('频次限制', 'limits', 'limit', `
    none: points expire
    personal keyed: key`),
  log_on_attempts: describeTable('正在进行的登录', 'log-ons under way', 'code', `
    none: started_at way tries_left
    internal: account_id
    secret hashed: token`),
  log_on_failures: describeTable('登录失败次数', 'failed log-ons in a row', 'failures', `
    none: failures wait_until at
    personal keyed: user_name_index`),
  log_on_records: describeTable('登录记录：何时、结果、来自何处', 'log-ons: when, with which outcome, from where', 'log-on', `
    none: id at outcome
    internal: account_id
    personal: browser system
    personal sealed {id}: address`),
  mediations: describeTable('请管局协调备案冲突', 'asking an administration to settle a conflict', 'law', `
    none: id filing_id over domain rule path applicant_province holder_province asked_at state outcome holder_told ended_at
    internal: asked_by answered_by
    personal sealed {id}: reason answer`),
  notices: describeTable('站内消息', 'notices', 'notice', `
    none: id at read_at filing_id title_zh title_en
    internal: account_id
    personal sealed {id}: text_zh text_en`),
  number_counters: describeTable('备案号计数', 'counters of filing numbers', 'system', 'none: province year last'),
  one_time_codes: describeTable('一次性验证码', 'one-time codes', 'code', `
    none: purpose expires_at resend_at tries_left
    internal: holder
    secret keyed: code
    personal keyed: target
    secret sealed {purpose}|{holder}: on_screen`),
  outbox_messages: describeTable('短信和邮件的发送', 'messages by SMS and mail', 'message', `
    none: id channel at delivered_at expires_at state attempts last_error next_try_at claimed_until resends by_stranger
    personal searched: recipient_index
    personal keyed: about
    personal sealed {id}: recipient subject personal_parts
    secret sealed {id}: body`),
  message_reads: describeTable('谁在何时、为何查看了哪一条短信或邮件的全文', 'who looked at which message in full, when and why', 'audit', `
    none: id at message_id reason
    internal: reader_account_id recipient_account_id
    personal sealed {id}: note`),
  personal_reads: describeTable('谁在何时、为何查看了哪一项个人信息', 'who looked at which personal field, when and why', 'law', `
    none: id at reader_role provider_id province filing_id revision path reason
    internal: reader_account_id owner_account_id
    personal sealed {id}: note`),
  phone_recoveries: describeTable('手机丢失后更换手机号码', 'a new phone in place of a lost one', 'lost-phone', `
    none: id state started_at due_at ended_at vouched_provider vouched_way
    internal: account_id vouched_by
    personal sealed {id}: mobile
    secret hashed: stop_token`),
  provider_ip_blocks: describeTable('接入商的 IP 地址段', 'networks of providers', 'system', 'none: provider_id block'),
  providers: describeTable('接入服务提供者', 'access providers', 'system', 'none: id name name_en licence province city state pinyin initials search_text created_at keywords version suspended_for suspended_at'),
  reference_counters: describeTable('受理编号计数', 'counters of submission numbers', 'system', 'none: day last'),
  register_accesses: describeTable('备案库：接入（不对外公开 IP）', 'register: access, networks not public', 'law', `
    none: id service_id position provider_id provider_name modes places
    internal: ip_ranges`),
  register_services: describeTable('备案库：网站', 'register: services', 'law', `
    none: id subject_id number service_index type name domain domain_key package_names state approved_at cancelled_at moved_to
    sensitive content {id} services.{content.id}: content`),
  register_subjects: describeTable('备案库：主体（名称依法公示）', 'register: subjects; their names are public by law', 'law', `
    none: id number nature province state last_service_index approved_at cancelled_at
    internal: owner_account_id
    personal: name
    sensitive searched: certificate_key
    sensitive content {id} subject: content`),
  recovery_codes: describeTable('工作人员的备用码', 'recovery codes of staff', 'account', `
    none: used_at
    internal: account_id
    secret keyed: code`),
  recovery_requests: describeTable('找回用户名或密码', 'recovering a user name or password', 'code', `
    none: id kind category link_until started_at
    internal: account_id
    personal keyed: given_index
    personal sealed {id}: given
    secret hashed: token link`),
  registrations: describeTable('正在进行的注册', 'registrations under way', 'registration', `
    none: started_at accepted
    personal: user_name
    personal sealed {token}: mobile email
    secret hashed: token`),
  review_decisions: describeTable('管局审核意见', 'decisions of the review', 'law', `
    none: id filing_id round decision at position
    internal: by_account_id by_name
    personal sealed {id}: opinion findings`),
  sessions: describeTable('登录会话', 'sessions', 'session', `
    none: id started_at seen_at proven_at
    internal: account_id device_id
    personal: browser system
    personal sealed {id}: address
    secret hashed: token`),
  sms_spending: describeTable('短信每日预算', 'what SMS cost a day', 'system', 'none: day sent'),
  spent_proofs: describeTable('已使用的工作量证明', 'proofs of work that were used', 'code', 'none: digest expires_at'),
  sliding_counts: describeTable('频次限制', 'limits', 'limit', `
    none: taken until
    personal keyed: key`),
  rule_changes: describeTable('规则数据的草稿和已发布版本', 'drafts and published versions of the data that rules decide by', 'system', `
    none: id key entry state version number drafted_at published_at
    internal: drafted_by published_by`),
  switches: describeTable('系统开关', 'switches', 'system', `
    none: name value changed_at
    internal: changed_by`),
  verification_pictures: describeTable('图形验证码', 'verification pictures', 'code', `
    none: id expires_at
    secret keyed: answer`),
  working_years: describeTable('法定工作日安排（旧表，待删除）', 'working days by year, as the release before reads them', 'system', 'none: year holidays make_up_days source published_at'),
  verification_sheets: describeTable('接入商真实性核验单', 'what a provider verified before it passed a filing', 'law', `
    none: id number filing_id provider_id provider_name revision at
    internal: by_account_id
    personal: by_name
    personal sealed {id}: lines`),
}
