import type { AnswerOf, VerificationAnswer, VerificationPurpose } from '@icp/contract'
import { type Bilingual, Refusal } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { Clock, later } from '../../platform/clock.js'
import { sha256 } from '../../platform/digest.js'
import { type Limit, Limits } from '../../platform/limits.js'
import { Sealing } from '../../platform/sealing.js'
import { Transactions } from '../../platform/transaction.service.js'
import { Proofs } from './proofs.js'
import { VerificationPictures } from './verification-pictures.js'
import { VerificationRepository } from './verification.repository.js'
import type { Visitor } from './visits.js'

/** Pages ask for a new one by themselves when it runs out. */
const goodSeconds = 120

/** Drawing costs, and a stock of pictures is what a solver trains on. The way without a picture is cheap for us and dear for who asks. */
const perPicture: Limit = { name: 'verification-pictures', points: 20, seconds: 60 }
const perProof: Limit = { name: 'verification-proofs', points: 120, seconds: 60 }

type Purpose = VerificationPurpose

/** The verification code of the forms that anyone may send: a picture to read, or a proof of work. Each is good once. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: VerificationRepository,
    private readonly pictures: VerificationPictures,
    private readonly proofs: Proofs,
    private readonly sealing: Sealing,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  async drawPicture(purpose: Purpose, from: Visitor): Promise<AnswerOf<'drawVerificationPicture'>> {
    await this.limits.take(perPicture, from.address)
    const { text, svg } = this.pictures.draw()
    const id = randomUUID()
    const expiresAt = later(this.clock.now(), goodSeconds)
    await this.transactions.write(null, (tx) => this.store.insertPicture(tx, { id, answer: this.fingerprint(boundTo(purpose, from), id, text), expiresAt }))
    return { id, svg, expiresAt }
  }

  async askProof(purpose: Purpose, from: Visitor): Promise<AnswerOf<'askProofChallenge'>> {
    await this.limits.take(perProof, from.address)
    return { challenge: { ...(await this.proofs.ask(later(this.clock.now(), goodSeconds), boundTo(purpose, from))) } }
  }

  /** Uses the answer up, right or wrong. Refuses (invalid, finding at `verification`) when it is wrong, old, used before, or was asked for something else or elsewhere. Case and width do not count. */
  async check(purpose: Purpose, from: Visitor, answer: VerificationAnswer): Promise<void> {
    const bound = boundTo(purpose, from)
    const good = answer.way === 'picture' ? await this.checkPicture(bound, answer.id, answer.text) : await this.checkProof(bound, answer.payload)
    if (!good) throw wrongVerification()
  }

  private async checkPicture(bound: string, id: string, text: string): Promise<boolean> {
    const answer = await this.transactions.write(null, (tx) => this.store.takePicture(tx, id, this.clock.now()))
    return answer === this.fingerprint(bound, id, text)
  }

  private async checkProof(bound: string, payload: string): Promise<boolean> {
    const proof = await this.proofs.check(payload, bound, this.clock.now())
    return proof !== undefined && this.transactions.write(null, (tx) => this.store.spendProof(tx, sha256(proof.signature), proof.until))
  }

  private readonly fingerprint = (bound: string, id: string, text: string) =>
    this.sealing.mark('picture', `${bound}|${id}|${text.normalize('NFKC').replace(/\s/g, '').toLowerCase()}`)
}

const boundTo = (purpose: Purpose, { visit }: Visitor): string => `${purpose}|${visit}`

const text: Bilingual = { zh: '图形验证码不正确或已过期，请重新输入。', en: 'The verification code is wrong or too old. Answer the new one.' }
const fix: Bilingual = { zh: '请按新图片输入，不区分大小写；也可以选择免图片验证。', en: 'Type what the new picture shows, in either case, or use the way without a picture.' }

const wrongVerification = () =>
  new Refusal('invalid', 'verification-wrong', text, { findings: [{ rule: 'verification', path: 'verification', severity: 'block', text, fix, source: '' }] })
