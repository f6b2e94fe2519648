import { scene } from './cast/play.js'

scene('a page whose script does not come is not blank: it says so in both languages and offers to load it again', async (stage) => {
  for (const portal of ['owner', 'provider', 'administration'] as const) {
    const page = await stage.open({ portal })
    await page.route('**/assets/*.js', (route) => route.abort())
    await page.goto('/')
    await page.getByText('正在打开页面').waitFor()
    await page.getByText('The page is opening').waitFor()
    await page.unrouteAll()
    await page.getByRole('link', { name: 'load it again' }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
  }
})
