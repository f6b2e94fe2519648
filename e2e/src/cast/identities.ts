import { creditCodeCheckCharacter, isOrganisationCode, residentIdCheckCharacter } from '@icp/domain'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export interface PersonIdentity {
  readonly name: string
  readonly certificateNumber: string
  readonly mobile: string
  readonly emergencyPhone: string
  readonly officePhone: string
  readonly email: string
}

const source = fileURLToPath(new URL('..', import.meta.url))
const surnames = '赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜'
const given = '安平宁静文博书远志明嘉禾思源清和雨晴若溪景行'

/** Each test file draws from numbers of its own, so that no two ever make the same person. `ICP_SEED` moves them all, for a stand that is used twice. */
function firstNumber(testPath: string): number {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts')).sort()
  const index = files.indexOf(path.relative(source, testPath))
  if (index < 0) throw new Error(`${testPath} is no test of this folder`)
  return Number(process.env['ICP_SEED'] ?? 0) * 1_000_000 + (index + 1) * 10_000
}

/** People, firms, domains and addresses that pass every check and belong to nobody: IDs of people born before 1900, codes counted up, documentation ranges. */
export class Identities {
  private n: number

  constructor(testPath: string) {
    this.n = firstNumber(testPath)
  }

  next(): number {
    this.n += 1
    return this.n
  }

  person(region = '110101'): PersonIdentity {
    const n = this.next()
    const digits = String(n).padStart(8, '0')
    return {
      name: this.personName(n), certificateNumber: residentIdOf(region, n), mobile: `137${digits}`, emergencyPhone: `136${digits}`,
      officePhone: '010-66668888', email: `journey${n}@example.com`,
    }
  }

  userName = (): string => `owner-${this.next()}`

  domain = (suffix = 'cn'): string => `xinghe${this.next()}.${suffix}`

  creditCode(county: string, prefix = '91'): string {
    const body = prefix + county + organisationCodeOf(this.next())
    return body + creditCodeCheckCharacter(body)
  }

  /** In the block of a demo provider, which its id begins with. */
  ip = ({ id }: { readonly id: string }): string => `2001:db8:${parseInt(id.slice(0, 4), 16).toString(16)}::${((this.next() % 60_000) + 1).toString(16)}`

  private personName = (n: number): string => (surnames[n % surnames.length] ?? '赵') + (given[n % given.length] ?? '安') + (given[(n * 7 + 3) % given.length] ?? '平')
}

function residentIdOf(region: string, n: number): string {
  const born = new Date(Date.UTC(1870, 0, 1 + (Math.floor(n / 900) % 7300))).toISOString().slice(0, 10).replaceAll('-', '')
  const body = `${region}${born}${String((n % 900) + 1).padStart(3, '0')}`
  return body + residentIdCheckCharacter(body)
}

function organisationCodeOf(serial: number): string {
  const body = String(serial).padStart(8, '0')
  const code = [...'0123456789X'].map((check) => body + check).find(isOrganisationCode)
  if (!code) throw new RangeError(`${serial} gives no organisation code`)
  return code
}
