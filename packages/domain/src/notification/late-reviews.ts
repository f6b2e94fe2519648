import { administrationName } from '../code-tables/provinces.js'
import type { Said } from './said.js'

/** To those who run the system, who see no filing: so many reviews of one administration have become overdue, and nothing of whose they are. */
export const lateReviews = (province: string, count: number): Said => {
  const { zh, en } = administrationName(province)
  const some = count === 1 ? 'One review' : `${count} reviews`
  return {
    title: { zh: `${zh}有 ${count} 件审核逾期`, en: `${en}: ${some.toLowerCase()} overdue` },
    text: {
      zh: `${zh}新增 ${count} 件超过 20 个工作日未作决定的备案，审核人员和主办者已收到提醒。“各地管局”页列有各局在审和逾期的件数。`,
      en: `${some} of the ${en} went beyond 20 working days. The reviewers and the owners were told. The page “Administrations” lists how many each has in review, and how many are late.`,
    },
  }
}
