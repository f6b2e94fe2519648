import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import type { UiLanguage } from '../theme/theme.js'

export interface LanguageSwitchProps {
  readonly value: UiLanguage
  readonly onChange: (language: UiLanguage) => void
  /** Name of the group, such as "Language". */
  readonly label: string
  /** Light words for a dark ground. */
  readonly onDark?: boolean
}

/** Each language is named in itself, so that who cannot read the page still finds theirs. */
const languages = [{ value: 'zh-CN', text: '中文' }, { value: 'en', text: 'English' }] as const

export function LanguageSwitch({ value, onChange, label, onDark = false }: LanguageSwitchProps) {
  return (
    <Box role="group" aria-label={label} sx={{ display: 'inline-flex', border: 1, borderColor: onDark ? 'rgba(255,255,255,.55)' : 'divider', borderRadius: 1, overflow: 'clip', overflowClipMargin: '6px' }}>
      {languages.map((language) => {
        const chosen = language.value === value
        return (
          <ButtonBase
            key={language.value}
            lang={language.value}
            aria-pressed={chosen}
            onClick={() => onChange(language.value)}
            sx={{
              minHeight: 32, px: { xs: 0.75, sm: 1.25 }, fontSize: { xs: '.82rem', sm: '.88rem' }, fontWeight: chosen ? 700 : 500,
              color: onDark ? (chosen ? 'primary.dark' : '#fff') : (chosen ? '#fff' : 'text.primary'),
              bgcolor: chosen ? (onDark ? '#fff' : 'primary.main') : 'transparent',
            }}
          >
            {language.text}
          </ButtonBase>
        )
      })}
    </Box>
  )
}
