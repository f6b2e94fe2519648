export const cancellation = {
  subject: { title: '注销主体申请', lead: '注销主体将同时注销其全部网站、APP、小程序和快应用。注销后不能恢复，备案号不再使用。', which: '要注销的主体', apply: '申请注销主体', confirmTitle: '申请注销主体？' },
  website: {
    title: '注销网站申请', lead: '选择一个网站、APP、小程序或快应用注销；其余的和主体保持有效，电子证书将重新签发。', which: '要注销的网站、APP、小程序或快应用', whichHint: '一次注销一个。', apply: '申请注销{{what}}', confirmTitle: '申请注销这个{{what}}？',
    lastTitle: '该主体名下只剩这个{{what}}', lastText: '注销后主体将成为空壳主体。请改为申请注销主体。', toSubject: '申请注销主体',
  },
  access: { title: '取消接入申请', lead: '选择要终止的接入；网站、APP、小程序或快应用及其备案号保留。', which: '要取消的接入', apply: '申请取消接入', confirmTitle: '申请取消这个接入？', confirmText: '将申请取消“{{name}}”通过“{{provider}}”的接入。' },
  obstacle: { hollow: '没有接入商可以核实', addAccess: '新增接入', title: '现在不能申请', text: '该主体有正在办理的申请：{{kind}} {{reference}}。办结后才能申请注销。' },
  falls: {
    title: '将注销的内容', services: '备案号', access: '接入商', subject: '主体备案号 {{number}}', certificate: '电子证书 {{code}} 将作废', certificateReissued: '电子证书 {{code}} 将由不含该{{what}}的新版替换', numbers: '注销的备案号永不再用', oneAccess: '“{{name}}”通过“{{provider}}”的接入', numberStays: '备案号 {{number}} 和电子证书不变',
    otherAccesses: '通过后该接入商停止接入；{{what}}仍可通过其他接入访问。', lastAccess: '这是该{{what}}最后一个接入：通过后成为空壳{{what}}，可能被管局清理。不再开办的，请改为注销该{{what}}。',
    offline: '注销通过后，以上各项须停止接入。', offlineOne: '注销通过后，该{{what}}须停止接入。',
  },
  application: '申请', reason: '注销原因', choose: '请选择', note: '说明', noteHint: '选择“其他”时必须填写。', code: '验证码', codeHint: '点击“发送验证码”，手机和邮箱收到的验证码相同。', noCode: '请填写验证码。',
  sending: '正在提交…', tick: '我明白注销后不能恢复。', keep: '不申请', confirmText: '将申请注销：{{numbers}}。',
}
