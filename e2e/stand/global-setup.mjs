import { startStand } from './stand.mjs'

/** One stand for all journeys; those that turn a switch for everybody start their own. */
export default async function setUp() {
  const stand = await startStand()
  globalThis.icpStand = stand
  const { stop: _stop, log: _log, ...facts } = stand
  process.env.ICP_STAND = JSON.stringify(facts)
}
