import { useSay } from '@icp/app-shell'
import { type Post, provinces, roleWords, StaffRole } from '@icp/domain'
import { ProviderQueryWindow } from '@icp/filing-forms'
import { LabelledSelect, LabelledText } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useConsoleText } from '../text.js'

/** A role and its organisation while they are being chosen. */
export interface ChosenPost extends Omit<Post, 'role'> {
  readonly role: StaffRole | ''
  readonly providerName: string
}

export const noPost: ChosenPost = { role: '', providerId: null, province: null, providerName: '' }

export interface PostFieldsProps {
  readonly post: ChosenPost
  readonly onChange: (post: ChosenPost) => void
  readonly errorOf: (path: 'role' | 'providerId' | 'province') => string | undefined
}

/** The role, and the one kind of organisation that goes with it. */
export function PostFields({ post, onChange, errorOf }: PostFieldsProps) {
  const t = useConsoleText()
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const error = (path: 'role' | 'providerId' | 'province') => {
    const text = errorOf(path)
    return text ? { error: text } : {}
  }
  return (
    <>
      <LabelledSelect
        id="role" label={t('keeping.post.role')} required emptyText={t('keeping.choose')} value={post.role} {...error('role')}
        options={StaffRole.options.map((role) => ({ value: role, text: say(roleWords[role]) }))}
        onChange={(role) => onChange({ ...noPost, role: role as ChosenPost['role'] })}
      />
      {post.role === 'provider' && (
        <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-end', flexWrap: 'wrap' }}>
          <Box sx={{ flex: '1 1 220px' }}>
            <LabelledText
              id="providerId" label={t('keeping.post.provider')} required readOnly value={post.providerName || t('keeping.post.providerNone')} onChange={() => {}} {...error('providerId')}
            />
          </Box>
          <Button variant="outlined" size="large" onClick={() => setAsking(true)}>{t('keeping.post.providerChoose')}</Button>
        </Box>
      )}
      {post.role === 'reviewer' && (
        <LabelledSelect
          id="province" label={t('keeping.post.province')} required emptyText={t('keeping.choose')} value={post.province ?? ''} {...error('province')}
          options={provinces.map((province) => ({ value: province.code, text: say(province.administration) }))} onChange={(province) => onChange({ ...post, province: province || null })}
        />
      )}
      {asking && (
        <ProviderQueryWindow
          chosenId={post.providerId ?? ''} onCancel={() => setAsking(false)}
          onChoose={({ id, name }) => {
            setAsking(false)
            onChange({ ...post, providerId: id, providerName: name })
          }}
        />
      )}
    </>
  )
}
