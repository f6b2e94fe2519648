import { randomKey } from '@icp/client'
import { emptyPlatform, mostPlatforms, type Service, summaryOf, withFieldAt } from '@icp/domain'
import { useSay } from '@icp/filing-views'
import { FieldGroup, useFormat } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useRef } from 'react'
import { fieldId } from './field-id.js'
import { FieldList, type FieldListProps } from './FieldList.js'
import { useFocusAfterChange } from './use-focus-after-change.js'
import { formWords } from './words.js'

/** The platforms of an app, mini program or quick app, each with the fields that it asks for; they come and go together in one service. */
export function PlatformParts({ service, ...shared }: Omit<FieldListProps, 'rows'> & { readonly service: Service }) {
  const say = useSay()
  const format = useFormat()
  const box = useRef<HTMLDivElement>(null)
  const focusOn = useFocusAfterChange(box)
  const { platforms = [] } = service
  const at = `services.${service.id}.platforms`
  const parts = summaryOf(shared.content).find(({ path }) => path === `services.${service.id}`)?.groups.filter(({ section }) => section === 'platform') ?? []
  const finding = shared.isShown(at) ? shared.findings.find(({ path }) => path === at) : undefined
  const put = (next: Service['platforms']) => shared.onChange(withFieldAt(shared.content, at, next))
  const nth = (words: { zh: string; en: string }, index: number) => say(words).replace('{n}', String(index + 1))
  const add = () => {
    const id = randomKey()
    focusOn(`#platform-${id}`)
    put([...platforms, emptyPlatform(id)])
  }
  const remove = (id: string) => {
    focusOn('[data-add]')
    put(platforms.filter((platform) => platform.id !== id))
  }
  return (
    <FieldGroup id={fieldId(at)} label={say(formWords.platforms)} required {...(finding ? { error: format.sentences(say(finding.text), say(finding.fix)) } : {})}>
      <Box ref={box} sx={{ display: 'grid', gap: 2, mt: 1 }}>
        {parts.map((part, index) => (
          <Box
            key={part.path} id={`platform-${platforms[index]?.id}`} role="group" aria-label={nth(formWords.platformNth, index)} tabIndex={-1}
            sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 2 }}
          >
            <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: 2, mb: 1.5 }}>
              <Box sx={{ fontWeight: 600 }}>{nth(formWords.platformNth, index)}</Box>
              {parts.length > 1 && (
                <Button variant="text" color="error" size="small" aria-label={nth(formWords.removePlatform, index)} onClick={() => remove(platforms[index]?.id ?? '')}>{say(formWords.remove)}</Button>
              )}
            </Box>
            <FieldList {...shared} rows={part.rows} />
          </Box>
        ))}
        <Box><Button data-add variant="outlined" size="small" disabled={platforms.length >= mostPlatforms} onClick={add}>{say(formWords.addPlatform)}</Button></Box>
      </Box>
    </FieldGroup>
  )
}
