import {
  accessModes, appCategories, appPlatforms, type Access, certificateTypes, emptyAccess, emptyPerson, emptyRegistration, emptyService, FilingKind, isCancellation, languages, natures, otherReason, preApprovalItems, provinces, residentIdCheckCharacter,
  serviceContents, ServiceType, type FilingContent, type Person, type RegistrationContent, type Service,
} from '@icp/domain'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface GeneratedFiling {
  readonly kind: FilingKind
  readonly content: FilingContent
}

const vectors = fileURLToPath(new URL('../../../packages/domain/vectors/', import.meta.url))

/** Every value, right and wrong, that the rules are tried with, by what it is: `resident-id`, `home-page`. */
const values = new Map<string, string[]>()
for (const file of readdirSync(vectors)) {
  const lines = readFileSync(`${vectors}${file}`, 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => (line.includes('\t') ? line.split('\t')[0]! : line))
  const name = file.split('.')[0]!
  values.set(name, [...(values.get(name) ?? []), ...lines])
}

/** What engines and platforms may read differently: letters outside of the first plane, composed and not, of other directions, dots and digits of other scripts. */
const difficult = [
  '', ' ', '\u00a0', '\u3000', '\u200b', '\ud83d\ude00', '𠮷野网', 'ﬁ', 'é', 'e\u0301', 'İ', 'ß', 'ς', '٣', '１２３', '。', '．', '｡', '例子.中国', '例え.テスト', 'ﬀ.com', 'xn--fsqu00a.xn--fiqs8s', 'xn--a', 'faß.de',
  'a\u0300b', '\u202eabc', '中\u00b7国', 'A'.repeat(300), '网'.repeat(600), '\u0000', '\u2028', '1e3', '0x10', '-0', 'constructor', '__proto__', '2026-02-30', '9999-12-31', 'long-term', '中国政府网', '反腐网', '人民科技',
]

/** Days around today's, the end of validities, and days that are none. */
const days = ['2026-11-20', '2026-11-23', '2027-01-15', '2027-02-23', '2019-02-29', '2015-13-01', '']

/** What speaks of business, and what a mini program says of itself. */
const remarks = ['销售手工饰品', '记录读书心得', '一二三四五六七八九十一二三四五六七八九十', '招 商 加 盟']

/** Two who are not of age in 2026. */
const youth = `11010120090307001${residentIdCheckCharacter('11010120090307001')}`
const child = `11010120150307001${residentIdCheckCharacter('11010120150307001')}`

const ranges: readonly (readonly [from: string, to: string])[] = [
  ['192.0.2.1', '192.0.2.9'], ['192.0.2.9', '192.0.2.1'], ['192.0.2.3', '192.0.2.3'], ['10.0.0.1', '10.0.0.9'], ['2001:db8::1', '192.0.2.1'], ['2408::', '2408:ffff::'], ['1.2.0.0', '1.9.255.255'],
  ['', ''], ['８.8.8.8', '8。8。8.9'], ['::ffff:8.8.8.8', '8.8.8.8'],
]

/** Filings between complete and absurd, all from one seed. */
export class FilingGenerator {
  constructor(private state: number) {}

  private next(): number {
    // mulberry32
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }

  private int(below: number): number {
    return this.next() % below
  }

  private pick<Item>(items: readonly Item[]): Item {
    return items[this.int(items.length)]!
  }

  /** The right value in five of eight cases, else one of its kind that may be wrong, else something difficult. */
  private text(right: string, ...kinds: readonly string[]): string {
    const chance = this.int(8)
    if (chance < 5) return right
    return chance === 7 || kinds.length === 0 ? this.pick(difficult) : this.pick(values.get(this.pick(kinds)) ?? difficult)
  }

  private code(right: string, table: readonly { readonly id: string }[]): string {
    return this.int(6) ? right : this.int(8) ? this.pick(table).id : this.pick(difficult).slice(0, 16)
  }

  private codes(right: readonly string[], table: readonly { readonly id: string }[]): string[] {
    return this.int(4) ? [...right] : Array.from({ length: this.int(6) }, () => this.pick(table).id)
  }

  private day(right: string): string {
    return this.int(6) ? this.text(right).slice(0, 10) : this.pick(days)
  }

  private accesses(): Access[] {
    return Array.from({ length: this.int(3) }, (_, at) => {
      const [from, to] = [this.text('192.0.2.1', 'ip-address').slice(0, 45), this.text('192.0.2.9', 'ip-address').slice(0, 45)]
      const known = Array.from({ length: this.int(3) }, () => this.pick(ranges)).map(([first, last]) => ({ from: first, to: last }))
      return {
        ...emptyAccess(`a${at}`), providerId: this.pick(['p1', 'p2', '']), providerName: '示例云', modes: this.codes(['5'], accessModes), places: this.codes(['110000'], provinces),
        ipRanges: this.int(2) ? known : [{ from, to }],
      }
    })
  }

  private person(n: number): Person {
    return {
      ...emptyPerson(), name: this.text('李明', 'site-name').slice(0, 128), certificateType: this.code('2', certificateTypes),
      certificateNumber: this.text('110101189001010016', 'resident-id', 'personal-certificate').slice(0, 128), certificateValidFrom: this.day('2020-01-01'), certificateValidTo: this.day('long-term'),
      mobile: this.text(`1380000${String(n % 10_000).padStart(4, '0')}`, 'mainland-mobile', 'office-phone').slice(0, 128),
      emergencyPhone: this.text('13900000009', 'mainland-mobile').slice(0, 128), officePhone: this.text('010-66668888', 'office-phone').slice(0, 128), email: this.text('li@example.com', 'email').slice(0, 128),
    }
  }

  private service(id: string, n: number): Service {
    const domain = this.text(`example${n % 9}.com`, 'registrable-domain', 'registrable-domain', 'home-page').slice(0, 253)
    return {
      ...emptyService(id), ...(this.int(4) ? {} : { type: this.pick(ServiceType.options) }), name: this.text('示例科技之家', 'site-name').slice(0, 512), domain, homePage: this.text(`www.${domain}`, 'home-page').slice(0, 512),
      contents: this.codes(['8'], serviceContents), languages: this.codes(['1'], languages), preApprovalAnswer: this.pick(['none', 'none', 'some', '']),
      preApprovals: Array.from({ length: this.int(3) }, () => ({ item: this.code('3', preApprovalItems), approvalNumber: this.text('京教〔2026〕1号').slice(0, 512) })),
      personSource: this.pick(['subject', 'own']), person: this.person(n), remark: this.int(4) ? this.text('').slice(0, 1024) : this.pick(remarks),
      accesses: this.accesses(), ...(this.int(3) ? {} : this.program()),
    }
  }

  /** What apps, mini programs and quick apps answer, and now and then a website. */
  private program(): Partial<Service> {
    return {
      platforms: Array.from({ length: this.int(3) }, (_, at) => {
        const { id, example } = this.pick(appPlatforms)
        return {
          id: `q${at}`, platform: this.code(id, appPlatforms), packageName: this.text(example).slice(0, 255), publicKey: this.text('a1b2c3d4'.repeat(16)).slice(0, 4096),
          fingerprint: this.pick(['0123456789abcdef0123456789abcdef', '01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67', '0123', '']),
        }
      }),
      categories: this.codes(['1', 'shop'], appCategories), channel: this.pick(['store', 'access-provider', '']),
    }
  }

  private registration(n: number): RegistrationContent {
    const begun = emptyRegistration()
    const nature = this.code(this.pick(['4', '4', '5']), natures)
    return {
      ...begun, ...(this.int(4) ? {} : { subjectNumber: this.text('京ICP备2026000001号', 'filing-number', 'filing-number-typed').slice(0, 64) }),
      subject: {
        ...begun.subject, nature, name: this.text('北京示例科技有限公司', 'site-name').slice(0, 255), certificateType: this.code(nature === '5' ? '2' : '1', certificateTypes),
        certificateNumber: this.int(12) ? this.text(nature === '5' ? '110101189001010016' : '91110101000000019Y', 'credit-code', 'resident-id', 'organisation-code').slice(0, 255) : this.pick([child, youth]),
        certificateAddress: this.text('北京市东城区示例路1号').slice(0, 1024), certificateValidFrom: this.day('2015-05-01'), certificateValidTo: this.day('long-term'), investor: this.text('北京示例科技有限公司').slice(0, 255),
        province: this.code(this.pick(provinces).id, provinces).slice(0, 6), city: this.pick(['110100', '330100', '440300', '']), county: this.pick(['110101', '330106', '440304', '330104', '330115', '330199', '330100', '']),
        address: this.int(8) ? this.text('示例路1号院2号楼301室').slice(0, 1024) : '北京市东城区示例路1号', person: this.person(n), legalPersonSource: this.pick(['same', 'own']),
        legalPerson: { name: this.text('王芳').slice(0, 128), certificateType: this.code('2', certificateTypes), certificateNumber: this.text(this.pick(['110101189003070020', '110101189001010016']), 'resident-id').slice(0, 128) }, remark: this.text('').slice(0, 1024),
      },
      services: Array.from({ length: this.int(4) }, (_, at) => this.service(`s${at}`, n + at)),
    }
  }

  filing(): GeneratedFiling {
    const n = this.int(1_000_000)
    const kind = this.pick(FilingKind.options)
    // Now and then the content of another kind, which is a finding as well.
    if (isCancellation(kind) !== (this.int(40) === 0)) {
      return {
        kind, content: {
          form: 'cancellation', subjectNumber: this.text('京ICP备2026000001号', 'filing-number', 'filing-number-typed').slice(0, 64), reason: this.pick(['1', '2', otherReason, '']), note: this.int(3) ? this.text('不再开办').slice(0, 1000) : '',
          serviceNumbers: Array.from({ length: this.int(3) }, () => this.text('京ICP备2026000001号-1', 'filing-number').slice(0, 64)), ...(this.int(2) ? { accessIds: ['a1'] } : {}),
        },
      }
    }
    if (kind === 'migrate-service' && this.int(40) > 0) {
      return {
        kind, content: {
          form: 'migration', subjectNumber: '京ICP备2026000001号', serviceNumbers: [this.text('京ICP备2026000001号-1', 'filing-number').slice(0, 64)], receivingNumber: this.text(this.pick(['京ICP备2026000002号', '浙ICP备2026000002号', '京ICP备2026000001号']), 'filing-number', 'filing-number-typed').slice(0, 64),
          domainHolder: this.pick(['', 'receiver']), note: '', services: this.int(4) ? [this.service('s1', n)] : [],
        },
      }
    }
    return { kind, content: this.registration(n) }
  }
}
