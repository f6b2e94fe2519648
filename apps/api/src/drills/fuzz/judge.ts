import type { ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Described, FuzzRequest } from './requests.js'

/** What nobody outside may read: frames of a stack, statements, names of tables and modules, paths of the machine. */
const inside = /\n\s+at |\.(?:js|ts):\d+|node_modules|QueryFailedError|TypeError|RangeError|syntax error at|violates|relation "|column "|INSERT INTO|SELECT .+ FROM|\/(?:tmp|usr|home|app)\//

/** Compares answers with the OpenAPI document. */
export class Judge {
  private readonly ajv: Ajv2020
  private readonly compiled = new Map<string, ValidateFunction>()

  constructor(document: object) {
    this.ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false, addUsedSchema: false })
    this.ajv.addSchema(document, 'api')
  }

  /** The sentences of what is wrong with an answer; none = it is as the document says. */
  wrongs(operation: Described, request: FuzzRequest, answer: { status: number; type: string; text: string }): string[] {
    const { status, type, text } = answer
    const wrong: string[] = []
    if (status >= 500) wrong.push(`answered ${status}`)
    const response = operation.responses[String(status)]
    if (!response) wrong.push(`the document does not know the status ${status}`)
    if (status >= 400 && inside.test(text)) wrong.push(`tells of the inside: ${inside.exec(text)?.[0]}`)
    if (status >= 400) wrong.push(...this.problem(type, text))
    else if (response?.content?.['application/json']) wrong.push(...this.success(operation, status, text))
    if (status < 300 && request.body !== undefined && operation.requestBody?.content['application/json'] && !this.fits(`${pointer(operation)}/requestBody/content/application~1json/schema`, request.body)) {
      wrong.push('took a body that the document does not allow')
    }
    return wrong.map((what) => `${operation.operationId} ${what} (${request.spoiled ?? 'as asked'}) ${request.send.method as string} ${String(request.send.url).slice(0, 100)}`)
  }

  private problem(type: string, text: string): string[] {
    if (!type.startsWith('application/problem+json')) return [`refused as ${type}`]
    return this.fits('/components/schemas/Problem', parsed(text)) ? [] : ['refused in another form']
  }

  private success(operation: Described, status: number, text: string): string[] {
    return this.fits(`${pointer(operation)}/responses/${status}/content/application~1json/schema`, parsed(text)) ? [] : ['answered in another form']
  }

  private fits(place: string, value: unknown): boolean {
    const known = this.compiled.get(place) ?? this.ajv.compile({ $ref: `api#${place}` })
    this.compiled.set(place, known)
    return known(value) as boolean
  }
}

const pointer = ({ path, method }: Described) => `/paths/${encodeURIComponent(path.replaceAll('~', '~0').replaceAll('/', '~1'))}/${method}`

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
