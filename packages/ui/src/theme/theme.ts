import { createTheme, type Theme } from '@mui/material/styles'
import { enUS, zhCN } from '@mui/material/locale'
import { controls } from './controls.js'
import { focus, grey, ink, paper, tones, vermilion } from './palette.js'

/** The two languages of the product as BCP 47 tags, as they stand in `<html lang>`. */
export type UiLanguage = 'zh-CN' | 'en'

const chineseFonts = '"PingFang SC","Microsoft YaHei","Noto Sans SC"'

/** The system's own fonts. English asks Latin ones first: in Chinese fonts its quotation marks are as wide as a character. */
export const fontStacks: Record<UiLanguage, string> = {
  'zh-CN': `${chineseFonts},sans-serif`,
  en: `"Helvetica Neue","Segoe UI",Roboto,"Open Sans","Noto Sans","Liberation Sans",Arial,${chineseFonts},sans-serif`,
}

/** Three heights only: a sheet on the ground, a bar over a sheet, a window over everything. */
const sheet = '0 1px 2px rgba(15,29,51,.06), 0 1px 0 rgba(15,29,51,.04)'
const bar = '0 2px 10px rgba(15,29,51,.10)'
const windowed = '0 18px 48px rgba(15,29,51,.24), 0 2px 8px rgba(15,29,51,.12)'
const shadows = ['none', ...Array.from({ length: 24 }, (_, height) => (height < 2 ? sheet : height < 8 ? bar : windowed))] as Theme['shadows']

const heading = (size: string, wide: string, line: number) => ({
  fontSize: size, lineHeight: line, fontWeight: 650, letterSpacing: '0', textWrap: 'balance', '@media (min-width:900px)': { fontSize: wide },
})

/** The theme for one language: colours, type, shapes, and MUI's own words in that language. */
export function themeFor(language: UiLanguage): Theme {
  return createTheme(
    {
      palette: {
        mode: 'light',
        primary: { main: ink.main, dark: ink.deep, light: ink.soft, contrastText: '#FFFFFF' },
        secondary: { main: vermilion.main, dark: vermilion.dark, contrastText: '#FFFFFF' },
        error: { main: tones.bad.word, contrastText: '#FFFFFF' },
        warning: { main: tones.warn.word, contrastText: '#FFFFFF' },
        success: { main: tones.good.word, contrastText: '#FFFFFF' },
        info: { main: tones.progress.word, contrastText: '#FFFFFF' },
        text: { primary: grey.text, secondary: grey.soft, disabled: '#6B7480' },
        background: { default: paper.ground, paper: paper.sheet },
        divider: paper.line,
        action: { hover: 'rgba(28,53,87,.06)', selected: ink.wash, disabledBackground: grey.idle, disabled: '#6B7480' },
      },
      shape: { borderRadius: 4 },
      shadows,
      typography: {
        fontFamily: fontStacks[language],
        fontSize: 15,
        htmlFontSize: 16,
        body1: { fontSize: '1rem', lineHeight: 1.65 },
        body2: { fontSize: '.9rem', lineHeight: 1.6 },
        caption: { fontSize: '.84rem', lineHeight: 1.5 },
        button: { textTransform: 'none', fontWeight: 600, fontSize: '1rem', letterSpacing: '.01em' },
        h1: heading('1.5rem', '1.875rem', 1.3),
        h2: heading('1.22rem', '1.375rem', 1.35),
        h3: heading('1.06rem', '1.125rem', 1.4),
        h4: heading('1rem', '1rem', 1.4),
        subtitle1: { fontWeight: 600, lineHeight: 1.5 },
      },
      components: {
        ...controls,
        MuiCssBaseline: {
          styleOverrides: {
            html: { scrollPaddingTop: 88, scrollPaddingBottom: 96, WebkitTextSizeAdjust: '100%' },
            body: {
              overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums',
              // Where a system has Chinese fonts only, their quotation marks and dots are drawn as narrow as English ones.
              ...(language === 'en' ? { fontVariantEastAsian: 'proportional-width' } : {}),
            },
            ':focus-visible': { outline: `2px solid ${focus}`, outlineOffset: 2, boxShadow: '0 0 0 2px #fff', borderRadius: 2 },
            a: { color: tones.progress.word, textUnderlineOffset: '.2em', '&:hover': { textDecorationThickness: 2 } },
            '@media (prefers-reduced-motion: reduce)': {
              '*, *::before, *::after': {
                animationDuration: '.01ms !important', animationIterationCount: '1 !important', transitionDuration: '.01ms !important', scrollBehavior: 'auto !important',
              },
            },
            '@media print': { body: { backgroundColor: '#fff' }, '.no-print': { display: 'none !important' } },
          },
        },
      },
    },
    language === 'zh-CN' ? zhCN : enUS,
  )
}
