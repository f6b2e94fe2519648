export const verify = {
  title: '核验电子证书', lead: '输入核验码、扫描二维码，或选择证书 PDF 文件。无需登录。', checking: '正在核验', byCode: '按核验码核验', code: '核验码', codeHint: '印在证书二维码下方。', noCode: '请输入核验码。', check: '核验',
  byFile: '按文件核验', drop: '把证书 PDF 拖到这里，或', choose: '选择 PDF 文件', tooLarge: '文件超过 2 MB，不是本系统签发的证书。', malformed: '“{{code}}”不是证书核验码', unknown: '没有这份证书', unknownText: '本系统没有签发过核验码为 {{code}} 的证书。请核对后重试。',
  verdicts: {
    genuine: { title: '签名有效', text: '文件完整，未被改动。' }, tampered: { title: '文件已被改动', text: '签名与内容不符。请勿相信其中任何内容。' }, appended: { title: '签名之后被追加了内容', text: '签名部分完好，但文件不完整受其保护，请勿相信。' },
    'foreign-signer': { title: '不是本系统签发', text: '文件有签名，但签发者不是本系统。' }, 'revoked-signer': { title: '由已吊销的密钥签署', text: '没有该密钥吊销之前签发的记录。请勿相信其中任何内容，可向主办者索取现行证书。' }, 'not-signed': { title: '文件没有签名', text: '本系统签发的证书都带有数字签名。' }, unreadable: { title: '无法读取文件', text: '这不是可以读取的 PDF 文件。' },
  },
  states: {
    current: { title: '证书有效', text: '与备案库中的当前记录一致。' }, replaced: { title: '证书真实，但已被新版替换', text: '于 {{at}} 被替换，请以新版为准。' }, cancelled: { title: '证书真实，但备案已注销', text: '备案于 {{at}} 注销。' },
  },
  facts: '证书内容', subjectNumber: '主体备案号', subjectName: '主办者', administration: '发证机关', version: '版本', issuedAt: '签发时间', signature: '数字签名', signed: '由 {{signer}} 于 {{at}} 签署，文件完整', replacedBy: '新版核验码',
}
