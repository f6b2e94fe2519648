import type { Random } from '../random.js'

export type Schema = Readonly<Record<string, unknown>>

/** Makes values of the shape that a JSON Schema of the OpenAPI document asks for. */
export class SchemaValues {
  constructor(
    private readonly schemas: Readonly<Record<string, Schema>>,
    private readonly random: Random,
    /** A value that is known to exist, by the name of its field; undefined where there is none. */
    private readonly known: (name: string) => unknown,
  ) {}

  /** A cursor is ours to make: without one that was answered there is nothing to ask with. */
  has(name: string): boolean {
    return name !== 'cursor' || this.known(name) !== undefined
  }

  of(schema: Schema, name = '', depth = 0): unknown {
    const { random } = this
    const at = this.resolve(schema)
    const given = name === 'cursor' || random.chance(0.75) ? this.known(name) : undefined
    // A copy: what a trick spoils in one request must not be spoilt in the next.
    if (given !== undefined && fits(at, given)) return structuredClone(given)
    if ('const' in at) return at['const']
    if (Array.isArray(at['enum'])) return random.pick(at['enum'] as unknown[])
    const ways = (at['anyOf'] ?? at['oneOf']) as Schema[] | undefined
    if (ways) return this.of(random.pick(ways), name, depth)
    const parts = at['allOf'] as Schema[] | undefined
    if (parts) return Object.assign({}, ...parts.map((part) => this.of(part, name, depth))) as unknown
    const type = Array.isArray(at['type']) ? random.pick(at['type'] as string[]) : at['type']
    switch (type) {
      case 'object': return this.object(at, depth)
      case 'array': return this.array(at, name, depth)
      case 'string': return this.string(at)
      case 'integer': case 'number': return this.number(at)
      case 'boolean': return random.chance(0.5)
      case 'null': return null
      default: return random.pick(['x', 1, true, null])
    }
  }

  resolve(schema: Schema): Schema {
    const reference = schema['$ref']
    return typeof reference === 'string' ? this.resolve(this.schemas[reference.split('/').at(-1) ?? ''] ?? {}) : schema
  }

  private object(schema: Schema, depth: number): Record<string, unknown> {
    const required = new Set((schema['required'] as string[] | undefined) ?? [])
    const properties = Object.entries((schema['properties'] as Record<string, Schema> | undefined) ?? {})
    const kept = properties.filter(([name]) => required.has(name) || (depth < 6 && this.random.chance(0.5)))
    return Object.fromEntries(kept.map(([name, part]) => [name, this.of(part, name, depth + 1)]))
  }

  private array(schema: Schema, name: string, depth: number): unknown[] {
    const least = (schema['minItems'] as number | undefined) ?? 0
    const count = Math.max(least, depth > 5 ? 0 : this.random.int(3))
    return Array.from({ length: count }, () => this.of((schema['items'] as Schema | undefined) ?? {}, name.replace(/s$/, ''), depth + 1))
  }

  private string(schema: Schema): string {
    const { random } = this
    switch (schema['format']) {
      case 'uuid': return random.uuid()
      case 'date-time': return '2026-11-23T02:00:00Z'
      case 'date': return '2026-11-23'
      case 'uri': return 'https://example.com/'
      default: break
    }
    if (typeof schema['pattern'] === 'string') return this.matching(schema['pattern'], schema['minLength'] as number | undefined)
    const [least, most] = [(schema['minLength'] as number | undefined) ?? 0, (schema['maxLength'] as number | undefined) ?? 40]
    const length = Math.min(most, Math.max(least, random.int(12)))
    return Array.from({ length }, () => random.pick(['a', 'B', '7', '京', '备', '-', '.', ' '])).join('').trim().padEnd(least, 'x')
  }

  /** The form that a pattern asks for, where one of these has it. */
  private matching(pattern: string, least = 0): string {
    const form = new RegExp(pattern, 'u')
    const fitting = ['请核对后重新提交', 's1', 'owner@example.com', '2026-11-23', '123456', 'x'.repeat(43), '0'.repeat(64), 'a1'].filter((text) => form.test(text) && text.length >= least)
    return fitting.length > 0 ? this.random.pick(fitting) : 'x'.repeat(Math.max(1, least))
  }

  private number(schema: Schema): number {
    const least = (schema['minimum'] as number | undefined) ?? 0
    return least + this.random.int(Math.min(20, ((schema['maximum'] as number | undefined) ?? least + 20) - least + 1))
  }
}

/** Whether what exists by that name is meant here: names such as `purpose` stand for several things. */
function fits({ const: only, enum: choices, type }: Schema, value: unknown): boolean {
  if (only !== undefined) return value === only
  if (Array.isArray(choices)) return choices.includes(value)
  return typeof type !== 'string' || (type === 'integer' ? 'number' : type) === (Array.isArray(value) ? 'array' : typeof value)
}
