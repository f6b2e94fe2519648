import { filingOf } from '../cast/contents.js'
import { exactly, field } from '../cast/forms.js'
import { draftOf } from '../cast/over-http.js'
import { Owner } from '../cast/owner.js'
import { registerOwnerOverHttp, staff } from '../cast/people.js'
import { scene } from '../cast/play.js'
import { areThere, becomes } from '../cast/shown.js'

scene('the operator enters a provider, whom owners then find, suspends it, so that they do not, and lets it go on', async (stage) => {
  const page = await stage.open({ as: await staff(stage.stand, { role: 'operator' }) })
  const n = stage.identities.next()
  const keyword = `禾禾${n}`
  const name = `禾禾接入${n}网络有限公司`
  await page.goto('/providers')
  await page.getByRole('button', { name: exactly('登记接入服务提供者') }).click()
  const entering = page.getByRole('dialog', { name: '登记接入服务提供者' })
  const typed = { 名称: name, 英文名称: 'Hehe Access Networks Ltd.', 许可证号: `B1-${String(n).padStart(8, '2').slice(-8)}`, 检索关键词: keyword, 已报备的_IP_地址段: '203.0.113.300/24' }
  for (const [label, text] of Object.entries(typed)) await field(entering, label.replaceAll('_', ' ')).fill(text)
  await field(entering, '省份').selectOption({ label: '浙江省' })
  await field(entering, '城市').selectOption({ label: '杭州市' })
  await entering.getByRole('button', { name: exactly('登记') }).click()
  const blocks = field(entering, '已报备的 IP 地址段')
  await entering.getByText('203.0.113.300/24').first().waitFor()
  await becomes(() => blocks.getAttribute('aria-invalid'), 'true')
  await blocks.fill('2001:db8:7777::/48')
  await entering.getByRole('button', { name: exactly('登记') }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()

  const account = await registerOwnerOverHttp(stage)
  const content = filingOf(stage.identities, [[]])
  await draftOf(account.caller, content)
  const owner = await Owner.at(stage, '/filing/entry/websites', account)
  const finds = async (count: number) => {
    await owner.page.goto('/filing/entry/websites')
    await owner.press(`为 ${content.services[0]!.name} 添加接入`)
    await owner.press('查询', owner.dialog(`添加接入：${content.services[0]!.name}`))
    const window = owner.dialog('选择接入服务提供者')
    await field(window, '关键词').fill(keyword)
    await owner.press('查询', window)
    await window.getByText(`找到 ${count} 家`, { exact: true }).waitFor()
    await areThere(window.getByRole('radio'), count)
  }
  await finds(1)

  await page.getByRole('button', { name: exactly('暂停') }).click()
  const suspending = page.getByRole('dialog', { name: '暂停' })
  await suspending.getByRole('button', { name: exactly('暂停') }).click()
  await suspending.getByText('请选择原因。').first().waitFor()
  await suspending.getByRole('radio', { name: '限期整改中' }).check()
  await suspending.getByRole('button', { name: exactly('暂停') }).click()
  await page.getByText('已暂停，主办者不能再选择。').waitFor()
  await finds(0)

  await page.getByRole('button', { name: exactly('恢复') }).click()
  await page.getByRole('alertdialog', { name: '恢复' }).getByRole('button', { name: exactly('恢复') }).click()
  await page.getByText('已恢复，主办者可以选择。').waitFor()
  await finds(1)
})
