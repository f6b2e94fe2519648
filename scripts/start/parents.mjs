import fs from 'node:fs'

const intervalMs = 500

/**
 * Calls `onGone` when one of the processes between `npm start` and us ends (npm, npx, pnpm and their shells): then no Ctrl-C can reach us any more. npm
 * passes signals on to its shell only, which dies without a word. Does nothing where we were started by hand.
 */
export function watchParents(onGone) {
  const line = lineUpToNpm()
  if (line.length < 2) return
  const isWhole = () => line.every((pid, at) => at + 1 === line.length || parentOf(pid) === line[at + 1])
  const timer = setInterval(() => {
    if (isWhole()) return
    clearInterval(timer)
    onGone()
  }, intervalMs)
  timer.unref()
}

/** Our own process and its forebears as far as the outermost npm. Read from /proc; elsewhere our parent alone is watched. */
function lineUpToNpm() {
  if (!fs.existsSync('/proc/self/stat')) return process.env.npm_lifecycle_event === 'up' ? [process.pid, process.ppid] : []
  const line = [process.pid]
  let npm = 0
  for (let pid = process.ppid; pid > 1 && isOfNpm(pid); pid = parentOf(pid)) {
    line.push(pid)
    if (!isShell(pid)) npm = line.length
  }
  return line.slice(0, npm)
}

const isOfNpm = (pid) => isShell(pid) || /(?:^|[/\0])(?:npm|npx|pnpm)/.test(read(pid, 'cmdline'))
const isShell = (pid) => /^(?:\S*\/)?(?:ba|da)?sh\0-c\0/.test(read(pid, 'cmdline'))

function parentOf(pid) {
  if (pid === process.pid) return process.ppid
  const stat = read(pid, 'stat')
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

function read(pid, file) {
  try {
    return fs.readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
