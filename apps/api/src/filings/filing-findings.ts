import {
  type Actor, type CancellationContent, conflictFindings, conflictingFilings, emptyRecord, type FilingContent, type FilingKind, type Finding,
  findingsFor, isAgreed, isFinal, type MigrationContent, packageAlreadyFiled, providerUnknown, provinceOfNumber, type RegistrationContent, registerFindingsByProvince, registerFindingsForCancellation,
  registerFindingsForMigration, registerFindingsForRegistration, type RulesInForce, type RulesNow, ruleSetVersion, shanghaiDay, subjectHasOpenFiling, type ToldFrom,
} from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { PapersApi } from '../papers/papers.api.js'
import { Clock } from '../platform/clock.js'
import { ProvidersApi } from '../providers/providers.api.js'
import { RegisterApi } from '../register/register.api.js'
import { domainToAscii, packageNamesOf } from '../register/subject-key.api.js'
import { RuleDataApi } from '../rule-data/rule-data.api.js'
import { type Claimed, type Claims, FilingCollisions } from './filing-collisions.js'
import type { FilingRecord } from './filing-record.js'
import { isUuid } from '../platform/is-uuid.js'
import { OpenFilings } from './open-filings.js'

interface Judged {
  readonly id: string
  readonly kind: FilingKind
  readonly content: FilingContent
  /** Suspended providers may not be chosen; what was finished before stays valid. */
  readonly isDraft: boolean
  /** How much of the conflicts with others its owner may be told now. */
  readonly told: ToldFrom
  /** Of a migration: the receiving owner has been asked and takes part, so that its side is judged as well. */
  readonly isAgreed?: boolean
  /** The provider that it is judged for; left out = all. */
  readonly provider?: string | undefined
}

/** All that the rules say now: of the content itself, and of the register and the other filings around it. */
@Injectable()
export class FilingFindings {
  constructor(
    private readonly register: RegisterApi,
    private readonly open: OpenFilings,
    private readonly providers: ProvidersApi,
    private readonly collisions: FilingCollisions,
    private readonly papers: PapersApi,
    private readonly clock: Clock,
    private readonly ruleData: RuleDataApi,
  ) {}

  /** By which rules, and when, what is asked here is judged. */
  async rulesNow(tx: EntityManager): Promise<RulesNow> {
    const at = this.clock.now()
    return { rules: ruleSetVersion(shanghaiDay(at), await this.ruleData.newest(tx)), at }
  }

  /** `actor`: a provider is told nothing of what another has to bring. */
  async ofRecord(tx: EntityManager, { filing }: FilingRecord, actor?: Actor): Promise<Finding[]> {
    if (isFinal(filing.status)) return []
    const { id, kind, status, content } = filing
    const isDraft = status === 'draft'
    return this.of(tx, { id, kind, content, isDraft, told: isDraft ? 'typing' : 'finished', isAgreed: isAgreed(filing), provider: actor?.role === 'provider' ? actor.providerId : undefined })
  }

  /** What the receiving owner reads beside the question whether it agrees; what stands against it is told when it does. */
  async toldToReceiver(tx: EntityManager, { filing: { content, status } }: FilingRecord): Promise<Finding[]> {
    if (content.form !== 'migration' || status !== 'awaiting-agreement') return []
    const { standing } = await this.register.migrationStanding(tx, content)
    return registerFindingsForMigration('receiving', content, standing, await this.dataOf(tx, content.receivingNumber)).filter(({ severity }) => severity !== 'block')
  }

  async of(tx: EntityManager, judged: Judged): Promise<Finding[]> {
    const { kind, content } = judged
    const ofContent = findingsFor(kind, content, { today: shanghaiDay(this.clock.now()), domainToAscii, ruleData: await this.ruleData.newest(tx) })
    const around = content.form === 'registration' ? await this.aroundRegistration(tx, judged, content)
      : content.form === 'migration' ? await this.aroundMigration(tx, judged, content) : await this.aroundCancellation(tx, judged, content)
    return [...ofContent, ...around, ...(await this.papers.blocking(tx, judged))]
  }

  private async aroundRegistration(tx: EntityManager, { id, kind, isDraft, told }: Judged, content: RegistrationContent): Promise<Finding[]> {
    return [
      ...conflictFindings(kind, await this.collisions.of(tx, { id, kind, content }), told), ...(await this.ofPackages(tx, kind, content)), ...(await this.ofProviders(tx, content, isDraft)), ...(await this.ofRecordInForce(tx, id, kind, content)),
    ]
  }

  private async ofRecordInForce(tx: EntityManager, id: string, kind: FilingKind, content: RegistrationContent): Promise<Finding[]> {
    const held = kind === 'new-subject' ? undefined : await this.register.findToJudgeBy(tx, content.subjectNumber ?? '')
    const record = held?.record ?? emptyRecord
    const now = this.clock.now()
    const data = await this.ruleData.inForce(tx, content.subject.province)
    const since = new Date(Date.parse(now) - data.value('days-of-changes') * 86_400_000).toISOString()
    const changes = held && kind === 'change' ? await this.open.changesOf(tx, held.certificateKey, since, id) : new Map<string, number>()
    return [
      ...(kind === 'new-subject' ? [] : registerFindingsForRegistration(kind, content, record)), ...registerFindingsByProvince(kind, { content, record, data, changes }),
    ]
  }

  /** Of domains and subject alone, told in full: whoever asks is about to claim them. `held`: claims that the filing has already, which are not judged again. */
  async ofClaims(tx: EntityManager, claimed: Claimed, held: Claims): Promise<Finding[]> {
    return conflictFindings(claimed.kind, await this.collisions.ofClaims(tx, claimed, held), 'finish')
  }

  /** Programs that are in force as another service; those that a new access takes from the register are not asked. */
  private async ofPackages(tx: EntityManager, kind: FilingKind, content: RegistrationContent): Promise<Finding[]> {
    if (kind === 'new-access') return []
    const own = kind === 'change' ? content.services.map(({ id }) => id).filter(isUuid) : []
    const filed = await this.register.packagesInForce(tx, [...new Set(content.services.flatMap(packageNamesOf))], own)
    return content.services.flatMap((service) => (service.platforms ?? [])
      .filter((platform) => packageNamesOf({ platforms: [platform] }).some((name) => filed.has(name)))
      .map((platform) => packageAlreadyFiled(`services.${service.id}.platforms.${platform.id}.packageName`)))
  }

  private async ofProviders(tx: EntityManager, content: RegistrationContent, isDraft: boolean): Promise<Finding[]> {
    const chosen = content.services.flatMap((service) => service.accesses
      .filter((access) => access.providerId !== '')
      .map((access) => ({ id: access.providerId, path: `services.${service.id}.accesses.${access.id}.providerId` })))
    const known = await this.providers.findByIds(tx, chosen.map(({ id }) => id).filter(isUuid))
    const usable = new Set(known.filter((provider) => !isDraft || provider.state === 'active').map((provider) => provider.id))
    return chosen.filter(({ id }) => !usable.has(id)).map(({ path }) => providerUnknown(path))
  }

  private async aroundMigration(tx: EntityManager, { id, kind, told, isAgreed }: Judged, content: MigrationContent): Promise<Finding[]> {
    const held = await this.register.migrationStanding(tx, content)
    const giving = registerFindingsForMigration('giving', content, held.standing, await this.dataOf(tx, content.subjectNumber))
    if (held.givingKey && conflictingFilings(kind, await this.open.ofSubject(tx, held.givingKey, id))) giving.push(subjectHasOpenFiling('subjectNumber'))
    giving.push(...conflictFindings(kind, await this.collisions.ofBlacklist(tx, content, isAgreed ? held.receivingKey : null), told))
    if (!isAgreed) return giving
    const receiving = registerFindingsForMigration('receiving', content, held.standing, await this.dataOf(tx, content.receivingNumber))
    if (held.receivingKey && conflictingFilings(kind, await this.open.ofSubject(tx, held.receivingKey, id))) receiving.push(subjectHasOpenFiling('receivingNumber'))
    return [...giving, ...receiving]
  }

  /** What holds today in the province of a subject number. */
  private async dataOf(tx: EntityManager, number: string): Promise<RulesInForce> {
    return this.ruleData.inForce(tx, provinceOfNumber(number))
  }

  private async aroundCancellation(tx: EntityManager, { id, kind }: Judged, content: CancellationContent): Promise<Finding[]> {
    const held = await this.register.findToJudgeBy(tx, content.subjectNumber)
    const findings = registerFindingsForCancellation(kind, content, held?.record ?? emptyRecord)
    const excluded = held && conflictingFilings(kind, await this.open.ofSubject(tx, held.certificateKey, id), content)
    return [...findings, ...(excluded?.findings ?? [])]
  }
}
