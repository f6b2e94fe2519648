import { type Finding, Refusal } from '@icp/domain'

/** Where the certificate number of an entry lies sealed. */
export const blacklistPlace = (id: string) => ({ table: 'blacklist_entries', column: 'certificate_number', row: id })

export const noSuchEntry = () => new Refusal('not-found', 'blacklist-entry-not-found', { zh: '没有找到该黑名单记录。', en: 'There is no such entry on the blacklist.' })

export const entryInvalid = (findings: readonly Finding[]) =>
  new Refusal('invalid', 'blacklist-entry-invalid', { zh: '填写的内容有误，请按提示修改。', en: 'Some fields need another look.' }, { findings })

export const listedFinding = (path: 'domain' | 'certificateNumber'): Finding => ({
  rule: 'B-04', path, severity: 'block', source: 'icp-filing §6 no 23', text: { zh: '该期间已在黑名单中。', en: 'It is on the blacklist in that time already.' },
  fix: { zh: '请在列表中查看已有的记录；期限不对的，先解除再重新列入。', en: 'See the entry in the list. If its days are wrong, lift it and enter it anew.' },
})

export const alreadyLifted = () => new Refusal('conflict', 'already-lifted', { zh: '该记录已经解除。', en: 'This entry is lifted already.' })
