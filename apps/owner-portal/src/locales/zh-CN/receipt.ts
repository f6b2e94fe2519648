export const receipt = {
  title: '回执', lead: '回执证明您提交了什么。每次修改都会增加一环，承接上一环；请下载保存，日后可随时核对。', hash: '回执校验值', copy: '复制校验值', copied: '已复制', notCopied: '无法复制，请手动选中。',
  checkpoint: '审计检查点', checkpointOf: '第 {{number}} 号，{{at}} 签署', noCheckpoint: '数分钟后签署', links: '回执的各环', what: '事项', finish: '完成提交', correction: '第 {{n}} 次修改', at: '时间', digest: '内容摘要',
  check: '核对我的回执', checking: '正在核对…', download: '下载回执', correctedBy: '{{at}}，{{provider}} 修改', reference: '受理编号', referenceHint: '以 BA 开头，如 BA20261123-000001。', hashHint: '回执上的 64 位校验值，空格与大小写不影响。',
  needed: '请填写此项。', noReceipt: '该文件不是本系统的回执。',
  verdicts: {
    unchanged: { title: '内容与回执一致', text: '按所存内容重新计算：受理编号 {{reference}} 的内容自 {{at}} 起未曾改动。' },
    corrected: { title: '内容当时与回执一致，此后被修改 {{times}} 次', text: '受理编号 {{reference}} 的内容在 {{at}} 与回执一致，此后由接入商按修改请求修改：' },
    'no-match': { title: '与回执不符', text: '受理编号 {{reference}} 没有与此回执相符的内容。请核对编号与校验值，或使用原始回执文件。' },
  },
  page: { title: '核对回执', lead: '按所存内容重新计算，看是否与您手中的回执一致。无需登录。', byFile: '按回执文件核对', drop: '把回执文件（.json）拖到这里，或', choose: '选择回执文件', byHash: '按校验值核对', go: '核对' },
}
