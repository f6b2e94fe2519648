import QRCode from 'qrcode'
import { palette, type Sheet } from './sheet.js'

/** Draws the text as a QR code of `size` points, as vectors on white with a quiet zone of two modules. Error correction M (15 %). */
export function drawQrCode(sheet: Sheet, text: string, x: number, y: number, size: number): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const quiet = 2
  const unit = size / (modules.size + 2 * quiet)
  sheet.box(x, y, size, size, { fill: palette.white })
  const path = sheet.path()
  for (let row = 0; row < modules.size; row++) {
    let start = -1
    for (let column = 0; column <= modules.size; column++) {
      const isDark = column < modules.size && modules.get(row, column) === 1
      if (isDark && start < 0) start = column
      if (isDark || start < 0) continue
      path.rectangle(x + (quiet + start) * unit, sheet.up(y + (quiet + row + 1) * unit), (column - start) * unit, unit)
      start = -1
    }
  }
  sheet.fill(path, palette.ink)
}
