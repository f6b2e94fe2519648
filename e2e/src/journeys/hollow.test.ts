import { expect } from '@jest/globals'
import { filingOf } from '../cast/contents.js'
import { inDatabase } from '../cast/database.js'
import { approve, approvedOf, pass } from '../cast/over-http.js'
import { Owner } from '../cast/owner.js'
import { providerCalled, registerOwnerOverHttp, staff } from '../cast/people.js'
import { scene } from '../cast/play.js'
import { Reviewer } from '../cast/staff.js'

const north = '云杉'

scene('a website that lost its last access is told of to its owner, and cleared by the administration seven days after', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const provider = await providerCalled(account.caller, north)
  const content = filingOf(stage.identities, [[provider]])
  const [staffed, reviewing] = [await staff(stage.stand, { provider: north }), await staff(stage.stand, { province: '110000' })]
  await approvedOf(account.caller, content, [staffed], reviewing)
  const [record] = (await account.caller.call('listOwnRecords')).rows
  const [service] = record!.services
  const draft = await account.caller.call('createFiling', {
    body: { kind: 'cancel-access', subjectNumber: record!.number, serviceNumbers: [service!.number], accessIds: service!.accesses.map(({ id }) => id) },
  })
  const { version } = await account.caller.call('saveDraft', { params: { id: draft.id }, body: { version: draft.version, content: { ...draft.content, reason: '1', note: '' } as never } })
  const { onScreen } = await account.caller.call('sendStepUpCode', { body: { purpose: 'cancel' } })
  await account.caller.call('finishFiling', { params: { id: draft.id }, body: { version, code: onScreen!.code } })
  await pass(staffed, draft.id)
  await approve(reviewing, draft.id)

  const owner = await Owner.at(stage, '/filing', account)
  await owner.page.getByText(`网站「${service!.name}」（${service!.number}）已没有接入，是空壳网站`).waitFor()

  const days = await inDatabase(stage.stand, `UPDATE hollow_records SET told_at = now() - interval '8 days' WHERE subject_id = $1`, [record!.id], 1)
  expect(days).toEqual([])
  const reviewer = await Reviewer.at(stage)
  await reviewer.page.goto('/hollow')
  await reviewer.page.getByRole('checkbox', { name: `选择：${service!.number}` }).check()
  await reviewer.press('清理所选（1）')
  const asked = reviewer.page.getByRole('alertdialog', { name: '清理所选的 1 条' })
  await asked.getByText(service!.number).waitFor()
  await reviewer.press('确认清理', asked)
  await reviewer.page.getByRole('table', { name: '每条的清理结果' }).getByText('已清理').waitFor()

  await owner.page.reload()
  await owner.page.getByText(`主体「${content.subject.name}」（${record!.number}）名下已没有网站、APP 等服务，是空壳主体`).waitFor()
  const visitor = await stage.open()
  await visitor.goto(`/look-up?q=${service!.domain}`)
  await visitor.getByText(/已于 .* 注销/).first().waitFor()
})
