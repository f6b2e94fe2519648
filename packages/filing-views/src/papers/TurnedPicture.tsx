import Box from '@mui/material/Box'

interface TurnedPictureProps {
  readonly address: string
  readonly name: string
  /** Of the area that scrolls, with its keys. */
  readonly label: string
  readonly width: number
  readonly height: number
  /** Quarters of a turn, clockwise. */
  readonly turns: number
  /** 1: the whole picture. */
  readonly zoom: number
}

/** A picture in an area that scrolls once it is larger. What is turned keeps its measure: the frame takes the other sides. */
export function TurnedPicture({ address, name, label, width, height, turns, zoom }: TurnedPictureProps) {
  const onSide = turns % 2 === 1
  const ratio = onSide ? height / width : width / height
  return (
    <Box role="group" aria-label={label} tabIndex={0} sx={{ maxHeight: '64vh', overflow: 'auto', border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.default', '&:focus-visible': { outline: 3, outlineOffset: 2 } }}>
      <Box sx={{ position: 'relative', width: `calc(min(100%, ${(60 * ratio).toFixed(3)}vh) * ${zoom})`, aspectRatio: String(ratio), mx: 'auto', overflow: 'hidden' }}>
        <Box
          component="img" src={address} alt={name} data-turns={turns} data-zoom={zoom}
          sx={{ position: 'absolute', top: '50%', left: '50%', width: onSide ? `${(100 / ratio).toFixed(3)}%` : '100%', transform: `translate(-50%, -50%) rotate(${turns * 90}deg)` }}
        />
      </Box>
    </Box>
  )
}
