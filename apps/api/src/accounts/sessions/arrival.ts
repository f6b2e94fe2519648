import { type Device, deviceOf } from '@icp/domain'
import type { FastifyRequest } from 'fastify'
import { portalOf } from '../../http/request.js'
import type { Cookies } from '../cookies.js'
import { coarseAddress } from './coarse-address.js'

/** From where somebody logs on. */
export interface Arrival extends Device {
  readonly address: string
  /** What this device was given at an earlier log-on. */
  readonly deviceCookie: string | undefined
}

export const arrivalOf = (request: FastifyRequest, cookies: Cookies): Arrival => ({
  ...deviceOf(request.headers['user-agent'] ?? ''),
  address: coarseAddress(request.ip),
  deviceCookie: request.cookies[cookies.device(portalOf(request.headers))],
})
