import Box from '@mui/material/Box'
import { seal } from './seal.js'

/** The product's mark: a small vermilion seal with the character 备 cut out of it, drawn as lines so that no font is needed. */
export const SealMark = () => (
  <Box component="svg" viewBox="0 0 32 32" aria-hidden="true" focusable="false" sx={{ width: 32, height: 32, flex: 'none', display: 'block' }}>
    <rect x="1" y="1" width="30" height="30" rx="4" fill={seal.ground} />
    <rect x="3.2" y="3.2" width="25.6" height="25.6" rx="2.4" fill="none" stroke={seal.line} strokeWidth="1" />
    <path
      d="M13.4 5.8 9.2 10.6M12.2 7.6h8.4c-2.2 4.2-7.2 6.6-13 7.6M12 9.4c2.4 2.8 6.8 5 12.6 5.8M10.4 17.4h11.2v8.2H10.4zM10.4 21.5h11.2M16 17.4v8.2"
      fill="none" stroke={seal.line} strokeWidth="1.9" strokeLinecap="round" strokeLinejoin="round"
    />
  </Box>
)
