import Link from '@mui/material/Link'

/** The first stop of the Tab key: jumps over header and menu. Seen only while it has the focus. */
export const SkipLink = ({ href, text }: { readonly href: string; readonly text: string }) => (
  <Link
    href={href}
    onClick={(event) => {
      const target = document.querySelector<HTMLElement>(href)
      if (!target) return
      event.preventDefault()
      target.focus()
      target.scrollIntoView?.()
    }}
    sx={{
      position: 'fixed', top: 12, left: 16, clipPath: 'inset(50%)', zIndex: 'tooltip', bgcolor: 'background.paper', color: 'primary.main', px: 2, py: 1.25, fontWeight: 600,
      '&:focus': { clipPath: 'none' },
    }}
  >
    {text}
  </Link>
)
