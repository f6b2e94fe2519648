import { z } from 'zod'
import type { Bilingual } from '../bilingual.js'
import type { BallText } from '../filing/ball.js'

/**
 * What a provider that served something cancelled by force has to do: cut it, and acknowledge that it is cut (icp-filing.md §8: providers must cut and acknowledge).
 * `late`: the last day is over and nobody has.
 */
export const CutStanding = z.enum(['waiting', 'late', 'acknowledged'])
export type CutStanding = z.infer<typeof CutStanding>

/** `dueOn` and `today`: days in Asia/Shanghai; the last day is still in time. */
export const cutStanding = ({ dueOn, acknowledgedAt }: { readonly dueOn: string; readonly acknowledgedAt: string | null }, today: string): CutStanding =>
  (acknowledgedAt !== null ? 'acknowledged' : today > dueOn ? 'late' : 'waiting')

/** Where many orders stand together: as the one due first among those that nobody has acknowledged (`firstDue`, null when there is none). Null: nothing is left to cut. */
export const worstCut = (firstDue: string | null, today: string): CutStanding | null => (firstDue === null ? null : cutStanding({ dueOn: firstDue, acknowledgedAt: null }, today))

export const cutStandingWords: Readonly<Record<CutStanding, Bilingual>> = {
  waiting: { zh: '待停止接入', en: 'To be cut' }, late: { zh: '逾期未确认', en: 'Late' }, acknowledged: { zh: '已确认停止', en: 'Cut, acknowledged' },
}

export type CutOnlooker = 'provider' | 'reviewer'

const text = (zh: string, en: string) => ({ zh, en })
const nobody = text('无人需要操作', 'Nobody has to act')
const final = text('已办结', 'It is closed')
const nothing = text('不会有变化', 'Nothing changes')

/** For every standing and everyone who looks at it: what it means, who acts, until when, and what happens if nobody does. */
export const cutBalls: Readonly<Record<CutStanding, Readonly<Record<CutOnlooker, BallText>>>> = {
  waiting: {
    provider: {
      meaning: text('备案已被管局强制注销。请停止为其提供接入，停止后确认。', 'The administration has cancelled it by force. Stop serving it, then say that you have.'),
      whoActs: text('贵司', 'You'), untilWhen: text('所列期限的当日', 'The end of the day that is named'),
      ifNobodyActs: text('逾期标红；系统提醒贵司，并告知作出决定的管局。', 'It is marked late; you are reminded, and the administration that ordered it is told.'),
    },
    reviewer: {
      meaning: text('等待接入商停止接入并确认。', 'The provider has to cut it and say so.'), whoActs: text('接入服务提供者', 'The access provider'),
      untilWhen: text('所列期限的当日', 'The end of the day that is named'), ifNobodyActs: text('逾期标红；系统提醒接入商和贵局。', 'It is marked late; the provider and you are told.'),
    },
  },
  late: {
    provider: {
      meaning: text('期限已过，贵司仍未确认停止接入。', 'The time is over and you have not said that it is cut.'), whoActs: text('贵司', 'You'), untilWhen: text('已逾期，请立即办理', 'It is late; act now'),
      ifNobodyActs: text('一直列为逾期；管局可以据此查处。', 'It stays marked late, and the administration may act on it.'),
    },
    reviewer: {
      meaning: text('期限已过，接入商仍未确认停止接入。', 'The time is over and the provider has not said that it is cut.'), whoActs: text('接入服务提供者；贵局可以直接联系', 'The access provider; you can call it'),
      untilWhen: text('已逾期', 'It is late'), ifNobodyActs: text('一直列为逾期；是否查处由贵局决定。', 'It stays marked late; whether to act on it is yours to say.'),
    },
  },
  acknowledged: {
    provider: { meaning: text('贵司已确认停止接入。', 'You have said that it is cut.'), whoActs: nobody, untilWhen: final, ifNobodyActs: nothing },
    reviewer: { meaning: text('接入商已确认停止接入。', 'The provider has said that it is cut.'), whoActs: nobody, untilWhen: final, ifNobodyActs: nothing },
  },
}
