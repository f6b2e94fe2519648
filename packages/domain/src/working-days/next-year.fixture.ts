import type { YearEntry } from '../rule-data/entry.js'

/** Made up, with the festivals on their lunar days: nobody knows that year's notice. */
export const nextYear: YearEntry = {
  of: 'year', id: 'working-days', year: 2027, from: '2026-11-26', to: '', source: '国办发明电〔2026〕示例号', confirmed: true,
  periods: [
    { holiday: 'new-year', from: '2027-01-01', to: '2027-01-03' }, { holiday: 'spring-festival', from: '2027-02-05', to: '2027-02-11' }, { holiday: 'qingming', from: '2027-04-03', to: '2027-04-05' },
    { holiday: 'labour-day', from: '2027-05-01', to: '2027-05-05' }, { holiday: 'dragon-boat', from: '2027-06-09', to: '2027-06-09' }, { holiday: 'mid-autumn', from: '2027-09-15', to: '2027-09-15' },
    { holiday: 'national-day', from: '2027-10-01', to: '2027-10-07' },
  ],
  makeUpDays: ['2027-01-31', '2027-05-08', '2027-09-26', '2027-10-09'],
}
