import type { VerificationAnswer, VerificationPurpose } from '@icp/contract'
import svgCaptcha from 'svg-captcha'
import { VerificationPictures } from '../accounts/verification/verification-pictures.js'
import { VerificationRepository } from '../accounts/verification/verification.repository.js'
import { statement } from '../platform/statement.js'
import type { TestApp } from '../testing/app.js'
import { madeIn, solvedVerification } from '../testing/verification.js'
import type { Drill, Given } from './drill.js'
import { attackerAddress, partOf } from './entry-attack.js'

const atOnce = 25

/** Verification codes shown again, elsewhere, too late, for something else or not at all; and answers looked for in what is sent. */
export const drill: Drill = {
  id: 'F15',
  promise: 'P18: a verification code is taken once, within two minutes, for its purpose and in its browser; its answer is nowhere in what is sent, nor told by the strokes of other pictures, and its id tells nothing',
  fault: 'a code that was answered stays where it is',
  moreFaults: ['a picture is sent as the library draws it'],
  run: async (given) => {
    const api = await given.startApi()
    const instances = [api, await given.startApi({ beside: api })] as const
    if (given.planted === 1) for (const instance of instances) keepAnswered(instance)
    if (given.planted === 2) for (const instance of instances) partOf(instance, VerificationPictures).draw = asTheLibrary
    const drawn: string[] = []
    for (const instance of instances) overhear(instance, drawn)
    const stand: Stand = { ...given, api, instances, drawn }
    const replays = given.full ? 1_000 : 100
    const pictures = given.full ? 1_000 : 40
    const replayed = await replay(stand, replays)
    const violations = [...replayed.violations, ...(await misuse(stand)), ...(await scan(stand, pictures))]
    return { figure: `${2 * replays} replays, ${replayed.taken} taken; ${pictures} pictures scanned for their answers`, violations }
  },
}

interface Stand extends Given {
  readonly api: TestApp
  readonly instances: readonly [TestApp, TestApp]
  /** What the pictures say, overheard inside the process as no attacker can. */
  readonly drawn: string[]
}

function overhear(instance: TestApp, drawn: string[]): void {
  const pictures = partOf(instance, VerificationPictures)
  const draw = pictures.draw.bind(pictures)
  pictures.draw = () => {
    const made = draw()
    drawn.push(made.text)
    return made
  }
}

function asTheLibrary(): { text: string; svg: string } {
  const { text, data } = svgCaptcha.create({ size: 4, noise: 2, width: 140, height: 48, fontSize: 52 })
  return { text, svg: data }
}

let asked = 0

/** True when the log-on looked further than the verification code. */
async function isTaken({ random, instances }: Stand, verification: VerificationAnswer): Promise<boolean> {
  const { problem } = await random.pick(instances).inject('logOn', {
    body: { category: 'owner', userName: `nobody-${++asked}`, password: 'no password of anybody', verification },
  }, { headers: attackerAddress(random, 250) })
  if (!['log-on-failed', 'verification-wrong'].includes(problem.code)) throw new Error(`a log-on of nobody was answered ${problem.code}`)
  return problem.code === 'log-on-failed'
}

async function drawnPicture({ api, random, drawn }: Stand, purpose: VerificationPurpose = 'log-on') {
  const answer = await api.inject('drawVerificationPicture', { body: { purpose } }, { headers: attackerAddress(random, 60_000) })
  const text = drawn.at(-1) ?? ''
  return { answer, text, right: (typed = text, cookies = answer.cookies) => madeIn({ way: 'picture' as const, id: answer.body.id, text: typed }, cookies) }
}

/** Shows one picture and one proof of work again and again; each may be taken once. */
async function replay(stand: Stand, times: number): Promise<{ taken: number; violations: string[] }> {
  const violations: string[] = []
  let takenOfBoth = 0
  const picture = (await drawnPicture(stand)).right()
  for (const [way, verification] of [['picture', picture], ['proof', await solvedVerification(stand.api)]] as const) {
    let taken = 0
    for (let n = 0; n < times; n += atOnce) {
      const answers = await Promise.all(Array.from({ length: atOnce }, () => isTaken(stand, verification)))
      taken += answers.filter(Boolean).length
      stand.api.clock.advance(1)
    }
    if (taken !== 1) violations.push(`of ${times} who showed one ${way}, ${taken} were let through`)
    takenOfBoth += taken
  }
  return { taken: takenOfBoth, violations }
}

async function misuse(stand: Stand): Promise<string[]> {
  const { api } = stand
  const late = await drawnPicture(stand)
  const lateProof = await solvedVerification(api)
  api.clock.advance(121)
  const own = await drawnPicture(stand)
  const other = await drawnPicture(stand)
  const cases: readonly (readonly [what: string, answer: VerificationAnswer])[] = [
    ['a picture after two minutes', late.right()], ['a proof after two minutes', lateProof],
    ['a picture in another browser', own.right(own.text, other.answer.cookies)], ['a picture in no browser', { way: 'picture', id: other.answer.body.id, text: other.text }],
    ['a picture of a registration', (await drawnPicture(stand, 'registration')).right()], ['a proof of a recovery', await solvedVerification(api, 'recovery')],
    ['an empty answer', (await drawnPicture(stand)).right('')], ['an answer of blanks', (await drawnPicture(stand)).right('    ')],
    ['an answer with more behind it', await drawnPicture(stand).then(({ text, right }) => right(`${text}x`))],
    ['a picture of nobody', { way: 'picture', id: stand.random.uuid(), text: 'abcd' }], ['an empty proof', { way: 'proof', payload: '' }],
    ['a proof of nothing', { way: 'proof', payload: Buffer.from('{}').toString('base64') }],
  ]
  const violations: string[] = []
  for (const [what, answer] of cases) if (await isTaken(stand, answer)) violations.push(`${what} was taken`)
  const without = await api.inject('logOn', { body: { category: 'owner', userName: 'nobody', password: 'x' } as never })
  if (![400, 422].includes(without.status)) violations.push(`a log-on without a verification code was answered ${without.status}`)
  if (!(await isTaken(stand, (await drawnPicture(stand)).right()))) violations.push('a right answer was refused')
  return violations
}

/** Reads without seeing: which commands a character was drawn with, where it stands moved, and which character had these before. */
class Strokes {
  asked = 0
  right = 0
  private readonly seen = new Map<string, string>()

  read(svg: string, text: string): void {
    const paths = [...svg.matchAll(/<path fill="#[^"]*" d="([^"]*)"/g)].map(([, path = '']) => ({ commands: path.replace(/[^A-Z]/g, ''), left: leftOf(path) }))
    paths.toSorted((a, b) => a.left - b.left).forEach(({ commands }, at) => {
      this.asked++
      if (this.seen.get(commands) === text[at]) this.right++
      this.seen.set(commands, text[at] ?? '')
    })
  }
}

/** The mean of a path's first numbers. */
function leftOf(path: string): number {
  const xs = [...path.matchAll(/[MLQC](-?[\d.]+)/g)].map(([, x]) => Number(x))
  return xs.reduce((sum, x) => sum + x, 0) / Math.max(1, xs.length)
}

/** Shapes are drawn by numbers; what is left when they are taken out must not hold the answer, nor the cookie, nor a header, in any usual writing. */
async function scan(stand: Stand, pictures: number): Promise<string[]> {
  const violations: string[] = []
  const ids: string[] = []
  const known = new Strokes()
  let said = 0
  for (let n = 0; n < pictures; n++) {
    const { answer, text } = await drawnPicture(stand)
    ids.push(answer.body.id)
    const sent = `${answer.body.svg.replace(/ d="[^"]*"/g, '')} ${answer.cookies} ${JSON.stringify(answer.headers)}`.toLowerCase()
    const written = [text, [...text].toReversed().join(''), Buffer.from(text).toString('base64').replace(/=+$/, ''), Buffer.from(text).toString('hex')]
    const found = written.find((one) => sent.includes(one.toLowerCase()))
    if (found) said++
    known.read(answer.body.svg, text)
    stand.api.clock.advance(1)
  }
  // Four characters stand in a cookie, an id or a word of the headers by chance, of one picture in a thousand; an answer that is sent stands beside each.
  if (said > Math.max(4, pictures / 100)) violations.push(`${said} of ${pictures} pictures were sent with their answer`)
  // By chance some characters have as many strokes as one that was seen.
  if (known.right > 0.25 * known.asked) violations.push(`${known.right} of ${known.asked} characters were told by the strokes of pictures before`)
  if (new Set(ids).size !== ids.length) violations.push('an id was given twice')
  const rising = ids.filter((id, at) => at > 0 && id > (ids[at - 1] ?? '')).length / (ids.length - 1)
  if (rising < 0.2 || rising > 0.8) violations.push(`${Math.round(rising * 100)} % of the ids are greater than the one before: they have an order`)
  return violations
}

function keepAnswered(api: TestApp): void {
  const store = partOf(api, VerificationRepository)
  store.takePicture = async (tx, id) => (await statement<{ answer: string }>(tx, 'SELECT answer FROM verification_pictures WHERE id = $1', [id])).rows[0]?.answer
  store.spendProof = async () => true
}
