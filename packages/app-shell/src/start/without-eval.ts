import { config } from 'zod'

/**
 * Zod compiles a parser for each schema where it may, and tries `new Function` to find out. The policy of our pages forbids that, and a browser reports every
 * try as an attack, so that a real one would drown among them.
 */
config({ jitless: true })
