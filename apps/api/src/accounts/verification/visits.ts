import { Injectable } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { portalOf } from '../../http/request.js'
import { randomToken, sha256 } from '../../platform/digest.js'
import { holderOf, networkOf } from '../../platform/limits.js'
import { Cookies } from '../cookies.js'

/** Who asks before anybody is signed in: from where, and in which browser. */
export interface Visitor {
  /** Whom a limit per address counts. */
  readonly address: string
  /** The addresses around it, which one attacker may well have all of. */
  readonly network: string
  /** SHA-256 of the browser's cookie; '' without one fits no verification code. */
  readonly visit: string
}

/** Tells one browser from another by a random cookie, so that a verification code is worth nothing in another one. */
@Injectable()
export class Visits {
  constructor(private readonly cookies: Cookies) {}

  /** The visit begins with the browser's first verification code. */
  begin(request: FastifyRequest, reply: FastifyReply): Visitor {
    const visitor = this.of(request)
    if (visitor.visit !== '') return visitor
    const portal = portalOf(request.headers)
    const cookie = randomToken()
    void reply.setCookie(this.cookies.visit(portal), cookie, this.cookies.options(portal))
    return { ...visitor, visit: sha256(cookie) }
  }

  of(request: FastifyRequest): Visitor {
    const given = request.cookies[this.cookies.visit(portalOf(request.headers))]
    return { address: holderOf(request.ip), network: networkOf(request.ip), visit: given ? sha256(given) : '' }
  }
}
