import { createHash } from 'node:crypto'

/** Drawn only after two seconds, so that a quick start does not flicker. A file of its own: the policy of the portals allows no style in the page. */
const css = `.opening { max-width: 40em; margin: 15vh auto; padding: 0 16px; font: 16px/1.7 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #1b2432; animation: opening 0s 2s both }
.opening a { color: #1c3256 }
@keyframes opening { from { visibility: hidden } to { visibility: visible } }
`
const file = `assets/opening-${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`

const words = `<div class="opening" role="status">
        <p>正在打开页面。几秒后仍未显示的，请<a href="">重新载入</a>，并确认浏览器允许运行脚本。</p>
        <p lang="en">The page is opening. If it does not appear in a few seconds, <a href="">load it again</a>, and make sure that the browser runs scripts.</p>
      </div>`

/**
 * What a portal's page says until its script has drawn it, and goes on saying when the script never comes: a lost connection, a release in between, scripts that
 * are switched off. Without it such a page stays blank.
 */
export const openingPage = () => ({
  name: 'icp-opening-page',
  apply: 'build',
  transformIndexHtml: (html) => ({
    html: html.replace('<div id="root"></div>', `<div id="root">${words}</div>`),
    tags: [{ tag: 'link', attrs: { rel: 'stylesheet', href: `/${file}` }, injectTo: 'head' }],
  }),
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: file, source: css })
  },
})
