import { filingOf } from './cast/contents.js'
import { arrive, everyScreen, press } from './cast/every-screen.js'
import { approvedOf, draftOf } from './cast/over-http.js'
import { providerCalled, registerOwnerOverHttp, staff } from './cast/people.js'

const provider = '云杉'

everyScreen('no screen of a conflict that is to be settled breaks a rule of accessibility', async (stage, judge, words, opening) => {
  const [holder, applicant] = [await registerOwnerOverHttp(stage), await registerOwnerOverHttp(stage)]
  const firm = await providerCalled(holder.caller, provider)
  const content = filingOf(stage.identities, [[firm]])
  const { domain, homePage } = content.services[0]!
  await approvedOf(holder.caller, content, [await staff(stage.stand, { provider })], await staff(stage.stand, { province: '110000' }))
  const wanting = filingOf(stage.identities, [[firm]])
  await draftOf(applicant.caller, { ...wanting, services: wanting.services.map((service) => ({ ...service, domain, homePage })) })

  const owner = await stage.open({ ...opening, as: applicant.caller })
  await arrive(owner, '/filing/entry/websites')
  await owner.getByRole('button', { name: words(`请管局协调：${domain}`, `Ask the administration: ${domain}`) }).click()
  const asking = owner.getByRole('dialog')
  const send = asking.getByRole('button', { name: words('提出请求', 'Ask'), exact: true })
  await send.click()
  await judge.look(owner, 'mediation window ask error')
  await asking.getByRole('textbox').fill(words('域名已于去年转让给我单位', 'The domain was sold to us last year'))
  await send.click()
  await asking.waitFor({ state: 'detached' })
  await judge.look(owner, 'mediation asked')

  const reviewer = await stage.open({ ...opening, as: await staff(stage.stand, { province: '110000' }) })
  await arrive(reviewer, '/mediations')
  await reviewer.getByText(wanting.subject.name).first().waitFor()
  await judge.look(reviewer, 'mediations open')
  const row = reviewer.getByRole('row').filter({ hasText: wanting.subject.name })
  await row.getByRole('button').click()
  const window = reviewer.getByRole('dialog')
  await press(reviewer, words('发送答复', 'Send the answer'))
  await judge.look(reviewer, 'mediation window answer error')
  await window.getByRole('radio').first().check()
  await window.getByRole('textbox').fill('已请对方核对')
  await press(reviewer, words('发送答复', 'Send the answer'))
  await window.waitFor({ state: 'detached' })
  await arrive(reviewer, '/mediations?state=answered')
  await judge.look(reviewer, 'mediations answered')
  await arrive(owner, '/filing/entry/websites')
  await owner.getByText('已请对方核对').first().waitFor()
  await judge.look(owner, 'mediation answered')
})
