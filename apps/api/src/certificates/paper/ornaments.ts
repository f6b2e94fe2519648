import type { Color } from '@libpdf/core'
import { inHundredths, palette, type Sheet, sheetHeight, sheetWidth } from './sheet.js'

/**
 * The vector drawing of the paper: an engraved border, a pale rosette under the text, an emblem, and a seal-like mark. None of them copies
 * the national emblem or the round stamp with a star of an organ: those are not ours to draw.
 */

/** Distances of the frame from the edge of the sheet. */
const frame = { outer: 22, band: 13, hairline: 40 }
/** One tick for each province-level communications administration. */
const administrations = 31

interface Point { readonly x: number; readonly y: number }

const onCircle = (centre: Point, radius: number, turn: number): Point => ({
  x: inHundredths(centre.x + radius * Math.sin(turn * 2 * Math.PI)),
  y: centre.y - radius * Math.cos(turn * 2 * Math.PI),
})

const stroke = (colour: Color, thickness: number) => ({ borderColor: colour, borderWidth: thickness })

function polygon(sheet: Sheet, points: readonly Point[], colour: Color, thickness: number): void {
  const path = sheet.path()
  points.forEach((point, index) => (index === 0 ? path.moveTo(point.x, sheet.up(point.y)) : path.lineTo(point.x, sheet.up(point.y))))
  path.close().stroke(stroke(colour, thickness))
}

/** A sine line of half waves from one point to another, along x or y. */
function wave(sheet: Sheet, from: Point, to: Point, height: number, halfWaves: number, colour: Color): void {
  const step = { x: (to.x - from.x) / halfWaves, y: (to.y - from.y) / halfWaves }
  const along = Math.hypot(step.x, step.y)
  const across = { x: -step.y / along, y: step.x / along }
  const path = sheet.path().moveTo(from.x, sheet.up(from.y))
  for (let index = 0; index < halfWaves; index++) {
    // 4/3 of the height and 0.3642 of the length bring a cubic curve within half a percent of a half sine wave.
    const swing = (index % 2 === 0 ? 1 : -1) * height * (4 / 3)
    const at = (share: number, sway: number): [number, number] => [
      inHundredths(from.x + step.x * (index + share) + across.x * sway),
      sheet.up(from.y + step.y * (index + share) + across.y * sway),
    ]
    path.curveTo(...at(0.3642, swing), ...at(0.6358, swing), ...at(1, 0))
  }
  path.stroke(stroke(colour, 0.35))
}

/** Closed curves whose radius swings `petals` times around, turned against each other. */
function rosette(sheet: Sheet, centre: Point, radius: number, swing: number, petals: number, turns: number, colour: Color, thickness: number): void {
  const points = petals * 14
  for (let turn = 0; turn < turns; turn++) {
    polygon(sheet, Array.from({ length: points }, (_, index) => {
      const angle = index / points
      return onCircle(centre, radius * (1 - swing + swing * Math.cos(2 * Math.PI * (petals * angle + turn / turns))), angle)
    }), colour, thickness)
  }
}

/** The border of every page: woven waves between two lines, rosettes in the corners, a hairline inside. */
export function drawFrame(sheet: Sheet): void {
  const { outer, band, hairline } = frame
  const near = outer + band / 2
  const [right, bottom] = [sheetWidth - near, sheetHeight - near]
  const ends = outer + band
  for (const swing of [4.6, -4.6, 2.3, -2.3]) {
    for (const y of [near, bottom]) wave(sheet, { x: ends, y }, { x: sheetWidth - ends, y }, swing, 70, palette.gold)
    for (const x of [near, right]) wave(sheet, { x, y: ends }, { x, y: sheetHeight - ends }, swing, 102, palette.gold)
  }
  sheet.box(outer, outer, sheetWidth - 2 * outer, sheetHeight - 2 * outer, { stroke: palette.gold, thickness: 1.4 })
  sheet.box(ends, ends, sheetWidth - 2 * ends, sheetHeight - 2 * ends, { stroke: palette.gold, thickness: 0.5 })
  sheet.box(hairline, hairline, sheetWidth - 2 * hairline, sheetHeight - 2 * hairline, { stroke: palette.navy, thickness: 0.7 })
  for (const x of [near, right]) {
    for (const y of [near, bottom]) {
      sheet.box(x - band / 2, y - band / 2, band, band, { fill: palette.white, stroke: palette.gold, thickness: 0.5 })
      rosette(sheet, { x, y }, 5.2, 0.36, 8, 2, palette.gold, 0.4)
      sheet.circle(x, y, 1.3, { fill: palette.gold })
    }
  }
}

/** The pale rosette behind the text of every page. */
export function drawWatermark(sheet: Sheet): void {
  const centre = { x: sheetWidth / 2, y: sheetHeight / 2 + 20 }
  rosette(sheet, centre, 190, 0.16, 12, 6, palette.watermark, 0.7)
  rosette(sheet, centre, 122, 0.22, 12, 6, palette.watermark, 0.7)
  rosette(sheet, centre, 62, 0.34, 12, 4, palette.watermark, 0.7)
}

function ticks(sheet: Sheet, centre: Point, inner: number, outer: number, colour: Color, thickness: number): void {
  for (let index = 0; index < administrations; index++) {
    const [from, to] = [onCircle(centre, inner, index / administrations), onCircle(centre, outer, index / administrations)]
    sheet.line(from.x, from.y, to.x, to.y, colour, thickness)
  }
}

function tick(sheet: Sheet, centre: Point, size: number, colour: Color, thickness: number): void {
  sheet.path()
    .moveTo(centre.x - size, sheet.up(centre.y + size * 0.05))
    .lineTo(centre.x - size * 0.25, sheet.up(centre.y + size * 0.75))
    .lineTo(centre.x + size, sheet.up(centre.y - size * 0.7))
    .stroke({ ...stroke(colour, thickness), lineCap: 'round', lineJoin: 'round' })
}

/** The mark at the head of the first page: the network as a globe, in a ring of one tick per administration. */
export function drawEmblem(sheet: Sheet, x: number, y: number, radius: number): void {
  const centre = { x, y }
  sheet.circle(x, y, radius, { fill: palette.white, stroke: palette.gold, thickness: 1.1 })
  ticks(sheet, centre, radius * 0.84, radius * 0.95, palette.gold, 1.3)
  sheet.circle(x, y, radius * 0.78, { fill: palette.navy })
  const globe = radius * 0.62
  const [lines, thin] = [palette.white, radius * 0.028]
  sheet.circle(x, y, globe, { stroke: lines, thickness: thin * 1.4 })
  for (const share of [0.36, 0.75]) sheet.path().ellipse(x, sheet.up(y), globe * share, globe).stroke(stroke(lines, thin))
  sheet.line(x, y - globe, x, y + globe, lines, thin)
  for (const share of [-0.5, 0, 0.5]) {
    const half = globe * Math.sqrt(1 - share * share)
    sheet.line(x - half, y + globe * share, x + half, y + globe * share, lines, thin)
  }
  for (const [dx, dy] of [[-0.36, -0.5], [0.75, 0], [-0.62, 0.5], [0.36, 0.5], [0, 0]] as const) {
    sheet.circle(x + globe * dx, y + globe * dy, radius * 0.06, { fill: palette.paleGold })
  }
}

/** The vermilion mark beside the issuing administration: a seal in shape, saying "signed" by a tick, without any organ's name. */
export function drawSeal(sheet: Sheet, x: number, y: number, radius: number): void {
  const centre = { x, y }
  const red = palette.vermilion
  sheet.circle(x, y, radius, { stroke: red, thickness: radius * 0.055 })
  sheet.circle(x, y, radius * 0.92, { stroke: red, thickness: 0.4 })
  rosette(sheet, centre, radius * 0.88, 0.13, 31, 2, red, 0.4)
  sheet.circle(x, y, radius * 0.6, { stroke: red, thickness: 0.5 })
  sheet.circle(x, y, radius * 0.56, { stroke: red, thickness: radius * 0.03 })
  tick(sheet, centre, radius * 0.28, red, radius * 0.11)
}

/** A gold rule with a diamond in its middle. */
export function drawDivider(sheet: Sheet, y: number, halfWidth: number): void {
  const middle = sheetWidth / 2
  sheet.line(middle - halfWidth, y, middle - 9, y, palette.gold, 0.8)
  sheet.line(middle + 9, y, middle + halfWidth, y, palette.gold, 0.8)
  const diamond = sheet.path().moveTo(middle - 4, sheet.up(y)).lineTo(middle, sheet.up(y - 4)).lineTo(middle + 4, sheet.up(y)).lineTo(middle, sheet.up(y + 4))
  sheet.fill(diamond.close(), palette.gold)
}
