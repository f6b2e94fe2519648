import { useFormat } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import { PageHeading } from '@icp/ui'
import { useSearch } from '@tanstack/react-router'
import { SearchedList } from '../shared/SearchedList.js'
import { textQueryOf, textSearch } from '../shared/text-search.js'
import { useConsoleText } from '../text.js'

/** Who may use the system, and since when. */
export function AccountsPage() {
  const t = useConsoleText()
  const format = useFormat()
  const search = textSearch.parse(useSearch({ strict: false }))
  const list = useAnswer('listAccounts', { query: textQueryOf(search) }, { placeholderData: (previous) => previous })
  return (
    <>
      <PageHeading lead={t('operation.accounts.lead')}>{t('operation.accounts.title')}</PageHeading>
      <SearchedList
        search={search} answer={list} rowKey={(row) => row.id}
        words={{
          search: t('operation.accounts.search'), hint: t('operation.accounts.searchHint'), go: t('operation.accounts.go'), clear: t('operation.accounts.clear'),
          caption: t('operation.accounts.caption'), none: t('operation.accounts.none'), noneMatch: t('operation.accounts.noneMatch'),
          count: (total) => t('operation.accounts.count', { total }),
        }}
        columns={[
          { id: 'userName', heading: t('operation.accounts.userName'), main: true, cell: (row) => row.userName },
          { id: 'name', heading: t('operation.accounts.name'), cell: (row) => row.name },
          { id: 'role', heading: t('operation.accounts.role'), cell: (row) => t(`operation.accounts.roles.${row.role}`) },
          { id: 'organisation', heading: t('operation.accounts.organisation'), cell: (row) => row.organisation ?? '—' },
          { id: 'registered', heading: t('operation.accounts.registered'), cell: (row) => <time dateTime={row.registeredAt}>{format.dateTime(row.registeredAt)}</time> },
          {
            id: 'lastLogOn', heading: t('operation.accounts.lastLogOn'),
            cell: (row) => (row.lastLogOnAt ? <time dateTime={row.lastLogOnAt}>{format.dateTime(row.lastLogOnAt)}</time> : t('operation.accounts.never')),
          },
        ]}
      />
    </>
  )
}
