import type { AnswerOf, VerificationAnswer } from '@icp/contract'
import { type Bilingual, Refusal } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import svgCaptcha from 'svg-captcha'
import { Clock, later } from '../../platform/clock.js'
import { sha256 } from '../../platform/digest.js'
import { Sealing } from '../../platform/sealing.js'
import { Transactions } from '../../platform/transaction.service.js'
import { Proofs } from './proofs.js'
import { VerificationRepository } from './verification.repository.js'

const pictureSeconds = 120
// A slow phone solves in some seconds, and the form is filled in meanwhile.
const proofSeconds = 600

/** The verification code of the forms that anyone may send: a picture to read, or a proof of work. Each is good once. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: VerificationRepository,
    private readonly proofs: Proofs,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  async drawPicture(): Promise<AnswerOf<'drawVerificationPicture'>> {
    const { text, data } = svgCaptcha.create({ size: 4, noise: 2, ignoreChars: '0oO1iIlLuUvV', width: 140, height: 48, fontSize: 52, color: true, background: '#f4f1ea' })
    const id = randomUUID()
    const expiresAt = later(this.clock.now(), pictureSeconds)
    await this.transactions.write(null, (tx) => this.store.insertPicture(tx, { id, answer: this.fingerprint(id, text), expiresAt }))
    return { id, svg: data, expiresAt }
  }

  async askProof(): Promise<AnswerOf<'askProofChallenge'>> {
    return { challenge: { ...(await this.proofs.ask(later(this.clock.now(), proofSeconds))) } }
  }

  /** Uses the answer up, right or wrong. Refuses (invalid, finding at `verification`) when it is wrong, old or used before. Case and width do not count. */
  async check(answer: VerificationAnswer): Promise<void> {
    const good = answer.way === 'picture' ? await this.checkPicture(answer.id, answer.text) : await this.checkProof(answer.payload)
    if (!good) throw wrongVerification()
  }

  private async checkPicture(id: string, text: string): Promise<boolean> {
    const asked = await this.transactions.write(null, (tx) => this.store.takePicture(tx, id, this.clock.now()))
    return asked === this.fingerprint(id, text)
  }

  private async checkProof(payload: string): Promise<boolean> {
    const proof = await this.proofs.check(payload, this.clock.now())
    return proof !== undefined && this.transactions.write(null, (tx) => this.store.spendProof(tx, sha256(proof.signature), proof.until))
  }

  private readonly fingerprint = (id: string, text: string) =>
    this.sealing.index('picture', `${id}|${text.normalize('NFKC').replace(/\s/g, '').toLowerCase()}`)
}

const text: Bilingual = { zh: '图形验证码不正确或已过期，请重新输入。', en: 'The verification code is wrong or too old. Answer the new one.' }
const fix: Bilingual = { zh: '请按新图片输入，不区分大小写；也可以选择免图片验证。', en: 'Type what the new picture shows, in either case, or use the way without a picture.' }

const wrongVerification = () =>
  new Refusal('invalid', 'verification-wrong', text, { findings: [{ rule: 'verification', path: 'verification', severity: 'block', text, fix, source: '' }] })
