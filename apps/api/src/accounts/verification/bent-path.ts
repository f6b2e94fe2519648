import { randomInt } from 'node:crypto'

interface Point {
  readonly x: number
  readonly y: number
}

const between = (least: number, most: number): number => least + ((most - least) * randomInt(1_000_000)) / 1_000_000

/** Moves every point of a plane a little, smoothly, so that a character stays one. */
function drawBend(): (point: Point) => Point {
  const wave = () => ({ height: between(0.8, 2), length: between(24, 48), phase: between(0, 2 * Math.PI) })
  const [across, along, lean] = [wave(), wave(), between(-0.2, 0.2)]
  const at = ({ height, length, phase }: ReturnType<typeof wave>, place: number) => height * Math.sin((2 * Math.PI * place) / length + phase)
  return ({ x, y }) => ({ x: x + lean * (y - 24) + at(across, y), y: y + at(along, x) })
}

/**
 * The same drawing as other numbers: curves become short lines of chance lengths, an outline begins anywhere, and everything is bent. No path has a command or a number in
 * common with another one of the same character. Reads what the library writes: M, L, Q, C and Z in absolute coordinates.
 */
export function bentPath(path: string): string {
  const [bend, step] = [drawBend(), between(1.6, 3.2)]
  return outlinesOf(path, step).map(({ points, closed }) => {
    const from = closed ? randomInt(points.length) : 0
    const drawn = [...points.slice(from), ...points.slice(0, from)].map(bend).map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`)
    return `M${drawn.join('L')}${closed ? 'Z' : ''}`
  }).join('')
}

interface Outline {
  readonly points: Point[]
  closed: boolean
}

function outlinesOf(path: string, step: number): Outline[] {
  const outlines: Outline[] = []
  for (const [, command, text = ''] of path.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const numbers = (text.match(/-?\d*\.?\d+/g) ?? []).map(Number)
    const given = Array.from({ length: numbers.length / 2 }, (_, n) => ({ x: numbers[2 * n] ?? 0, y: numbers[2 * n + 1] ?? 0 }))
    const open = outlines.at(-1)
    if (command === 'M') outlines.push({ points: given, closed: false })
    else if (command === 'Z' && open) {
      const [first, last] = [open.points[0], open.points.at(-1)]
      if (first && last) open.points.push(...pieces([last, first], step).slice(0, -1))
      open.closed = true
    } else if (open) open.points.push(...pieces([open.points.at(-1) as Point, ...given], step))
  }
  return outlines
}

/** Points on a line (two points) or a curve (three, four) after its first one, some `step` apart. */
function pieces(corners: readonly Point[], step: number): Point[] {
  const length = corners.slice(1).reduce((sum, { x, y }, n) => sum + Math.hypot(x - (corners[n]?.x ?? 0), y - (corners[n]?.y ?? 0)), 0)
  const count = Math.max(1, Math.round((length / step) * between(0.7, 1.3)))
  return Array.from({ length: count }, (_, n) => pointAt(corners, n + 1 === count ? 1 : (n + between(0.6, 1.4)) / count))
}

/** De Casteljau. */
function pointAt(corners: readonly Point[], part: number): Point {
  if (corners.length === 1) return corners[0] as Point
  return pointAt(corners.slice(1).map(({ x, y }, n) => {
    const from = corners[n] as Point
    return { x: from.x + (x - from.x) * part, y: from.y + (y - from.y) * part }
  }), part)
}
