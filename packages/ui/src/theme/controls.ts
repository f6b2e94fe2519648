import type { Components, Theme } from '@mui/material/styles'
import { focus, grey, ink, paper, tones } from './palette.js'

const ring = { outline: `2px solid ${focus}`, outlineOffset: 2, boxShadow: '0 0 0 2px #fff' }

/** How controls look and how large they are: main acts 44 px high, everything else that can be hit at least 24 px. */
export const controls: Components<Theme> = {
  MuiButtonBase: { defaultProps: { disableRipple: true }, styleOverrides: { root: { '&.Mui-focusVisible': ring } } },
  MuiButton: {
    defaultProps: { disableElevation: true },
    styleOverrides: {
      root: {
        minHeight: 44, paddingInline: 20, borderRadius: 4,
        variants: [
          { props: { size: 'small' }, style: { minHeight: 32, paddingInline: 12, fontSize: '.9rem' } },
          { props: { variant: 'outlined' }, style: { borderColor: grey.control, backgroundColor: paper.sheet, '&:hover': { borderColor: ink.main, backgroundColor: ink.wash } } },
          // Without a box the words themselves stand in line with what is above and below.
          { props: { variant: 'text' }, style: { paddingInline: 4, marginInline: -4, minWidth: 0, textDecoration: 'underline', textUnderlineOffset: '.2em', '&:hover': { textDecoration: 'underline', textDecorationThickness: 2 } } },
        ],
      },
    },
  },
  MuiIconButton: { styleOverrides: { root: { minWidth: 44, minHeight: 44 }, sizeSmall: { minWidth: 32, minHeight: 32 } } },
  MuiOutlinedInput: {
    styleOverrides: {
      root: {
        backgroundColor: '#FFFFFF', borderRadius: 4,
        '& .MuiOutlinedInput-notchedOutline': { borderColor: grey.control },
        '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: ink.main },
        '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderColor: focus, borderWidth: 2 },
        '&.Mui-error .MuiOutlinedInput-notchedOutline': { borderColor: tones.bad.word, borderWidth: 2 },
        '&.Mui-disabled, &.Mui-readOnly': { backgroundColor: paper.shade },
        '& :focus-visible': { outline: 'none', boxShadow: 'none' },
      },
      input: { paddingBlock: 0, minHeight: 44, boxSizing: 'border-box', '&.Mui-disabled': { WebkitTextFillColor: grey.soft } },
      multiline: { paddingBlock: 10, '& textarea': { minHeight: 0 } },
    },
  },
  MuiNativeSelect: { styleOverrides: { icon: { color: ink.main } } },
  MuiCheckbox: { styleOverrides: { root: { color: grey.control, padding: 10 } } },
  MuiRadio: { styleOverrides: { root: { color: grey.control, padding: 10 } } },
  MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' }, outlined: { borderColor: paper.line } } },
  MuiDialog: { styleOverrides: { paper: { borderRadius: 6, backgroundColor: paper.sheet } } },
  MuiBackdrop: { styleOverrides: { root: { backgroundColor: 'rgba(15,29,51,.48)', '&.MuiBackdrop-invisible': { backgroundColor: 'transparent' } } } },
  MuiTableHead: { styleOverrides: { root: { '& .MuiTableCell-root': { backgroundColor: paper.shade, color: grey.soft, fontWeight: 600, whiteSpace: 'nowrap' } } } },
  MuiTableCell: { styleOverrides: { root: { borderColor: paper.line, padding: '10px 14px', fontSize: '.94rem', verticalAlign: 'top' } } },
  MuiTableRow: { styleOverrides: { hover: { '&:hover': { backgroundColor: `${ink.wash} !important` } } } },
  MuiTab: { styleOverrides: { root: { minHeight: 44, textTransform: 'none', fontSize: '1rem' } } },
  MuiMenuItem: { styleOverrides: { root: { minHeight: 44 } } },
  MuiTooltip: { defaultProps: { arrow: true }, styleOverrides: { tooltip: { backgroundColor: ink.deep, fontSize: '.86rem' } } },
  MuiLink: { defaultProps: { underline: 'always' } },
}
