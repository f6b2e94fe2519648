import { silenceDays } from '../filing/silence-days.js'

/** Templates for filings that nobody moves, that went back or came to an end. */
export const refusalTemplates = {
  'provider-silent-provider': {
    title: { zh: `催办：备案 {reference} 已等待 ${silenceDays} 天`, en: `Filing {reference} has waited for ${silenceDays} days` },
    body: { zh: `「{subjectName}」的备案已等待贵司核实满 ${silenceDays} 天，请尽快核实通过、修改或不予通过。`, en: `The filing of “{subjectName}” has waited ${silenceDays} days for you to verify it. Please pass, correct or refuse it.` },
  },
  'provider-silent-owner': {
    title: { zh: `备案 {reference} 满 ${silenceDays} 天未核实`, en: `Filing {reference} has not been verified for ${silenceDays} days` },
    body: {
      zh: `接入服务提供者满 ${silenceDays} 天没有核实，系统已催办。您可以联系接入服务提供者，或撤销后另选。`, en: `The access provider has not answered for ${silenceDays} days and was urged. You can contact it, or withdraw and choose another one.`,
    },
  },
  'review-overdue-reviewer': {
    title: { zh: '催办：备案 {reference} 已超过 20 个工作日', en: 'Filing {reference} is beyond its 20 working days' },
    body: { zh: '「{subjectName}」的备案已超过法定审核期限，请尽快作出决定。', en: 'The filing of “{subjectName}” is beyond the legal time for review. Please decide.' },
  },
  'review-overdue-owner': {
    title: { zh: '备案 {reference} 审核超期', en: 'The review of filing {reference} is overdue' },
    body: {
      zh: '通信管理局未在 20 个工作日内作出决定，系统已催办。您可以凭提交编号联系通信管理局。', en: 'The administration has not decided within 20 working days and was urged. You can contact it with your submission number.',
    },
  },
  'withdrawn-owner': {
    title: { zh: '备案 {reference} 已撤销', en: 'Filing {reference} is withdrawn' },
    body: { zh: '您可以据此新建草稿。备案库中已有的记录不受影响。', en: 'You can start a new draft from it. Whatever the register holds already is not affected.' },
  },
  'withdrawn-provider': {
    title: { zh: '备案 {reference} 已被主办者撤销', en: 'Filing {reference} was withdrawn by its owner' },
    body: { zh: '「{subjectName}」撤销了备案，无需继续核实。', en: '“{subjectName}” withdrew the filing; you need not verify it any more.' },
  },
  'access-ending-owner': {
    title: { zh: '{provider} 申请终止接入（{reference}）', en: '{provider} is ending its access ({reference})' },
    body: {
      zh: '服务 {services}。说明：{reason}。管局批准后该接入从备案库删除；备案号和其他接入不变。如有异议，请联系接入商。',
      en: 'Service {services}. Its note: {reason}. Once the administration approves, this access leaves the register; the number and other accesses stay. Talk to the provider if you disagree.',
    },
  },
  'last-access-ending-owner': {
    title: { zh: '{provider} 申请终止最后一个接入（{reference}）', en: '{provider} is ending the last access ({reference})' },
    body: {
      zh: '服务 {services}。说明：{reason}。管局批准后该服务成为空壳，通知期满后可能被清理；批准后请尽快新增其他接入商的接入。如有异议，请联系接入商。',
      en: 'Service {services}. Its note: {reason}. Once the administration approves, the service is left without access and may be cleared after the time of its notice: add another provider as soon as it is approved. Talk to this one if you disagree.',
    },
  },
  'confirmation-expired': {
    title: { zh: '备案 {reference} 短信核验超时，已退回', en: 'Filing {reference} was not confirmed in time' },
    body: {
      zh: '24 小时内未完成全部核验，备案已退回接入服务提供者；重新核实通过后会再次发送短信。',
      en: 'Not everyone confirmed within 24 hours, so it went back to the access providers. After they pass it again, new codes are sent.',
    },
  },
  'confirmation-wrong-tries': {
    title: { zh: '备案 {reference} 核验错误次数过多，已退回', en: 'Filing {reference} went back after too many wrong entries' },
    body: {
      zh: '一位负责人输错超过 5 次，备案已退回接入服务提供者；请核对负责人的手机号码和证件号码。',
      en: 'One person entered wrong data more than five times, so it went back to the access providers. Check that person’s mobile and ID number.',
    },
  },
  returned: {
    title: { zh: '备案 {reference} 被管局退回', en: 'Filing {reference} was returned by the administration' },
    body: {
      zh: '通信管理局指出 {findings} 处问题。意见：{opinion}', en: 'Problems that the administration named: {findings}. Opinion: {opinion}',
    },
  },
  'refused-by-provider': {
    title: { zh: '备案 {reference} 未通过接入商核实', en: 'Filing {reference} was refused by an access provider' },
    body: { zh: '{provider} 的意见：{reason}', en: '{provider} said: {reason}' },
  },
  'refused-by-reviewer': {
    title: { zh: '备案 {reference} 未通过管局审核', en: 'Filing {reference} was refused by the administration' },
    body: { zh: '意见：{reason}', en: 'Opinion: {reason}' },
  },
  'ended-with-record-owner': {
    title: { zh: '备案 {reference} 已终止', en: 'Filing {reference} has ended' },
    body: {
      zh: '通信管理局已强制注销 {numbers}，这件备案随之终止，不再办理。依据：{ground}',
      en: 'The administration has cancelled {numbers} by force. This filing was about that and has ended with it. Ground: {ground}',
    },
  },
  'ended-with-record-provider': {
    title: { zh: '备案 {reference} 已终止', en: 'Filing {reference} has ended' },
    body: {
      zh: '通信管理局已强制注销 {numbers}，「{subjectName}」的这件备案随之终止，无需继续核实。',
      en: 'The administration has cancelled {numbers} by force. This filing of “{subjectName}” has ended with it; you need not verify it any more.',
    },
  },
  'approved-owner': {
    title: { zh: '备案 {reference} 已通过', en: 'Filing {reference} is approved' },
    body: {
      zh: '「{subjectName}」的备案号已下发，可以下载电子证书。请在网站首页底部标明备案号并链接至工信部网站。',
      en: 'The number of “{subjectName}” is issued and the e-certificate can be downloaded. Show the number at the foot of your home page with a link to the ministry’s site.',
    },
  },
  'approved-provider': {
    title: { zh: '备案 {reference} 已通过', en: 'Filing {reference} is approved' },
    body: { zh: '「{subjectName}」的备案已通过，可以开通接入。', en: 'The filing of “{subjectName}” is approved; access may be opened.' },
  },
  'cancelled-owner': {
    title: { zh: '注销申请 {reference} 已通过', en: 'Cancellation {reference} is approved' },
    body: {
      zh: '「{subjectName}」的注销已完成，相应备案号收回，不再使用。', en: 'The cancellation of “{subjectName}” is done. Its numbers are recalled and never given again.',
    },
  },
  'access-ended-owner': {
    title: { zh: '接入已终止（{reference}）', en: 'An access has ended ({reference})' },
    body: {
      zh: '「{subjectName}」的一个接入已从备案库删除，备案号不变。没有其他接入的服务会成为空壳，请尽快新增接入或注销。',
      en: 'An access of “{subjectName}” left the register; the numbers stay. A service without another access becomes hollow: add one or cancel it soon.',
    },
  },
  'access-ended-provider': {
    title: { zh: '接入已终止（{reference}），请停止接入', en: 'An access has ended ({reference}): stop serving it' },
    body: { zh: '「{subjectName}」的接入已从备案库删除，请停止为相应服务提供接入。', en: 'Your access of “{subjectName}” left the register. Stop serving the service concerned.' },
  },
  'cancelled-provider': {
    title: { zh: '注销申请 {reference} 已通过，请停止接入', en: 'Cancellation {reference} is approved: stop the access' },
    body: { zh: '「{subjectName}」已注销，请停止为相应网站提供接入。', en: '“{subjectName}” was cancelled. Stop the access of the websites concerned.' },
  },
}
