import { setTimeout as pause } from 'node:timers/promises'
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common'
import { from, lastValueFrom, type Observable } from 'rxjs'

/** Milliseconds. Wide against what opening one row of an account takes, and too short for people to notice. */
const step = 25

const metadataKey = Symbol('answers at an even pace')

/** For handlers that strangers ask about people: whether there is such an account must not be told by how long the answer takes (P16). */
export function EvenPace() {
  return (_target: object, _key: string, descriptor: PropertyDescriptor): void => Reflect.defineMetadata(metadataKey, true, descriptor.value as object)
}

/** Answers and refusals of such handlers leave at whole steps of time after the handler began; what was done in between shows only where it crosses a step. */
@Injectable()
export class EvenPaceInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (Reflect.getMetadata(metadataKey, context.getHandler()) !== true) return next.handle()
    return from(evenly(next.handle()))
  }
}

async function evenly(answers: Observable<unknown>): Promise<unknown> {
  const begun = performance.now()
  try {
    return await lastValueFrom(answers, { defaultValue: undefined })
  } finally {
    await wholeStep(begun)
  }
}

function wholeStep(begun: number): Promise<void> {
  const taken = performance.now() - begun
  return pause(step - (taken % step))
}
