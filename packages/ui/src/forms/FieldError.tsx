import ErrorIcon from '@mui/icons-material/ErrorOutlined'
import Typography from '@mui/material/Typography'

/** The text that says what is wrong with one field, with an icon so that colour is not the only sign. */
export const FieldError = ({ id, text }: { readonly id: string; readonly text: string }) => (
  <Typography id={id} component="p" variant="body2" sx={{ color: 'error.main', fontWeight: 600, mb: 0.75, display: 'flex', gap: 0.75, alignItems: 'flex-start' }}>
    <ErrorIcon aria-hidden="true" sx={{ fontSize: '1.15rem', mt: '.15em', flex: 'none' }} />
    <span>{text}</span>
  </Typography>
)
