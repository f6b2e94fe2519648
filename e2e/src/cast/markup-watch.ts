import type { Page } from 'playwright-core'
import type { MarkedText } from './marked-texts.js'
import { settled } from './settled.js'

interface Seen {
  readonly ran: boolean
  readonly policy: readonly string[]
  readonly dangerous: readonly string[]
}

/** Runs before every page: keeps what the policy of the page had to stop. */
export const watching = `window.policyStops = []; addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => window.policyStops.push(violatedDirective + ' ' + blockedURI))`

/** The fault: text that holds markup is drawn as markup, as \`dangerouslySetInnerHTML\` would. */
export const drawingMarkup = `{
  const { get, set } = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent')
  Object.defineProperty(Node.prototype, 'textContent', { configurable: true, get, set(text) {
    if (this instanceof Element && typeof text === 'string' && text.includes('<')) this.innerHTML = text
    else set.call(this, text)
  } })
}`

/** Looks at page after page for typed text that has run, or that would on a click; keeps all that was to be read there. */
export class MarkupWatch {
  readonly faults: string[] = []
  pages = 0
  private read = ''

  async look(page: Page, where: string): Promise<void> {
    await settled(page)
    const seen = await page.evaluate((): Seen => {
      const leads = ['href', 'src', 'action', 'formaction', 'data', 'xlink:href', 'srcdoc']
      const bad = ({ name, value }: Attr) => name.startsWith('on') || (leads.includes(name) && /^\s*(?:javascript|data:text)|window\.hasRun/i.test(value))
      const held = window as unknown as { hasRun?: unknown; policyStops: string[] }
      return {
        ran: held.hasRun !== undefined, policy: held.policyStops,
        dangerous: [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes].filter(bad).map(({ name, value }) => `${element.tagName} ${name}=${value.slice(0, 60)}`)),
      }
    })
    this.pages += 1
    if (seen.ran) this.faults.push(`${where}: typed text has run`)
    this.faults.push(...seen.policy.map((stop) => `${where}: the policy had to stop ${stop}`), ...seen.dangerous.map((what) => `${where}: would run: ${what}`))
    this.read += await page.evaluate(() => `${document.body.innerText}\n${[...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].map(({ value }) => value).join('\n')}\n`)
  }

  /** Those of the texts that no page has shown as they are. Pages break lines where they need to. */
  unseen(texts: readonly MarkedText[]): MarkedText[] {
    const read = bare(this.read)
    return texts.filter(({ text }) => !read.includes(bare(text)))
  }
}

const bare = (text: string) => text.replaceAll(/\s/g, '')
