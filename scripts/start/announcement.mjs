import fs from 'node:fs'
import path from 'node:path'

const titles = { owner: 'Owner portal', provider: 'Provider console', administration: 'Regulator console' }

/** What a person needs who sees this for the first time: where to go, and as whom. */
export function announcement({ base, ports, dataDir }) {
  const places = ports.filter(({ portal }) => portal).map(({ portal, port }) => [titles[portal], `http://localhost:${port}`])
  return [
    'Ready.',
    '',
    ...columns([...places, ['API', `http://localhost:${base}/api/openapi.json`]]),
    ...demoLogIns(dataDir),
    '',
    'Ctrl-C stops everything; the data stays.',
  ].join('\n')
}

/** The API writes this file with its demo data; without demo data there is none. */
function demoLogIns(dataDir) {
  const file = path.join(dataDir, 'demo-log-ins.json')
  if (!fs.existsSync(file)) return []
  const logIns = JSON.parse(fs.readFileSync(file, 'utf8'))
  const rows = logIns.map(({ portal, category, userName, password, who }) => [titles[portal] ?? portal, category, userName, password, `${who.zh} · ${who.en}`])
  return ['', 'Demo log-ins', ...columns([['where', 'category', 'user name', 'password', 'who'], ...rows])]
}

function columns(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => widthOf(row[column]))))
  return rows.map((row) => `  ${row.map((cell, column) => cell + ' '.repeat(widths[column] - widthOf(cell))).join('   ')}`.trimEnd())
}

/** A Chinese character takes two columns of a terminal. */
const widthOf = (text) => [...String(text)].reduce((width, character) => width + (/[\u2E80-\uFFE6]/.test(character) ? 2 : 1), 0)
