import type { RegistrationContent } from '@icp/domain'
import type { DemoCaller } from './demo-caller.js'
import { onScreen } from './demo-caller.js'
import * as filings from './demo-filings.js'

/** Those who act, each logged on; asked for by user name. */
export type Cast = (userName: string) => Promise<DemoCaller>

export interface DemoStory {
  readonly owner: string
  play(cast: Cast): Promise<void>
}

/** A filing on its way: who owns it, which providers' staff pass it, who reviews. */
class Journey {
  private id = ''

  constructor(
    private readonly cast: Cast,
    private readonly owner: string,
    private readonly staff: readonly string[],
    private readonly reviewer: string,
  ) {}

  async finish(content: RegistrationContent): Promise<this> {
    const owner = await this.cast(this.owner)
    const draft = await owner.call('createFiling', { body: { kind: 'new-subject' } })
    this.id = draft.id
    const { version } = await owner.call('saveDraft', { params: { id: this.id }, body: { version: draft.version, content } })
    await owner.call('finishFiling', { params: { id: this.id }, body: { version } })
    return this
  }

  async pass(): Promise<this> {
    for (const name of this.staff) {
      const provider = await this.cast(name)
      const { asked } = await provider.call('getVerificationSheet', { params: { id: this.id } })
      const sheet = asked.map(({ rule, path, figure }) => ({ rule, path, figure, answer: 'holds' as const }))
      await provider.call('passFiling', { params: { id: this.id }, body: { version: await this.version(provider), remark: '已电话核实，与证件一致。', sheet } })
    }
    return this
  }

  /** Every responsible person answers with the code that is on the owner's screen while the SMS platform is off. */
  async confirm(content: RegistrationContent): Promise<this> {
    const owner = await this.cast(this.owner)
    const { confirmations } = await owner.call('getFiling', { params: { id: this.id } })
    const persons = [content.subject.person, ...content.services.map(({ person }) => person)]
    for (const asked of confirmations) {
      const { link, code } = onScreen(asked.onScreen)
      const person = persons.find(({ name }) => name === asked.name)
      if (!person) throw new Error('a confirmation asks for a person whom the filing does not name')
      const token = link.split('/').at(-1) ?? ''
      await owner.call('confirm', { params: { token }, body: { code, mobile: person.mobile, lastSix: person.certificateNumber.slice(-6) } })
    }
    return this
  }

  async approve(): Promise<void> {
    const reviewer = await this.cast(this.reviewer)
    await reviewer.call('approveFiling', { params: { id: this.id }, body: { version: await this.version(reviewer) } })
  }

  async return(path: string, reason: string, suggestion: string): Promise<void> {
    const reviewer = await this.cast(this.reviewer)
    await reviewer.call('returnFiling', {
      params: { id: this.id }, body: { version: await this.version(reviewer), opinion: '请按意见核对后重新提交。', findings: [{ path, reason, suggestion }] },
    })
  }

  private async version(reader: DemoCaller): Promise<number> {
    return (await reader.call('getFiling', { params: { id: this.id } })).version
  }
}

/** One filing in each place where a console has work to show, and two in the register. */
export const demoStories: readonly DemoStory[] = [
  {
    owner: 'lin-zhiyuan',
    play: async (cast) => {
      const journey = await new Journey(cast, 'lin-zhiyuan', ['yunshan-gao'], 'beijing-feng').finish(filings.booksInBeijing)
      await (await (await journey.pass()).confirm(filings.booksInBeijing)).approve()
    },
  },
  {
    owner: 'zhou-mingyue',
    play: async (cast) => {
      const journey = await new Journey(cast, 'zhou-mingyue', ['alishan-luo'], 'zhejiang-shen').finish(filings.teaInHangzhou)
      await (await (await journey.pass()).confirm(filings.teaInHangzhou)).approve()
    },
  },
  {
    owner: 'wu-guohua',
    play: async (cast) => {
      const journey = await new Journey(cast, 'wu-guohua', ['zhujiang-tang', 'yunshan-gao'], 'guangdong-liang').finish(filings.robotsInShenzhen)
      await (await journey.pass()).confirm(filings.robotsInShenzhen)
    },
  },
  {
    owner: 'xu-siqi',
    play: async (cast) => {
      await new Journey(cast, 'xu-siqi', ['yunshan-gao'], 'beijing-feng').finish(filings.personalNotes)
    },
  },
  {
    owner: 'he-jianguo',
    play: async (cast) => {
      const journey = await new Journey(cast, 'he-jianguo', ['alishan-luo'], 'zhejiang-shen').finish(filings.associationInZhejiang)
      await (await (await journey.pass()).confirm(filings.associationInZhejiang)).return(
        'services.s1.name', '网站名称与登记证书上的业务范围不一致。', '请改为“示例湿地保护协会官网”。')
    },
  },
]
