import { z } from 'zod'

type JsonObject = Readonly<Record<string, unknown>>
type Schema = Parameters<typeof z.fromJSONSchema>[0]

export type Operation = {
  readonly id: string
  readonly path: string
  readonly security: readonly JsonObject[]
  readonly input: JsonObject
  /** The schema of each declared answer, by status and media type. */
  readonly answers: ReadonlyMap<number, ReadonlyMap<string, JsonObject>>
}

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)
/** An object read from JSON. */
export const object = (value: unknown): JsonObject => {
  if (isObject(value)) return value
  throw new Error(`not an object: ${JSON.stringify(value)}`)
}
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** What lies at a path of a value read from JSON. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found: unknown = value
  for (const key of path) found = isObject(found) ? found[key] : list(found)[Number(key)]
  if (found === undefined) throw new Error(`there is nothing at ${path.join('.')}`)
  return found
}

/** The text at a path. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string {
  const found = at(value, ...path)
  if (typeof found !== 'string') throw new Error(`there is no text at ${path.join('.')}`)
  return found
}

/** A schema with everything it refers to written out: none of ours refers to itself. */
function resolved(document: unknown, schema: unknown): unknown {
  if (Array.isArray(schema)) return list(schema).map(each => resolved(document, each))
  if (!isObject(schema)) return schema
  const reference = schema['$ref']
  if (typeof reference === 'string') return resolved(document, at(document, ...reference.replace('#/', '').split('/')))
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, resolved(document, value)]))
}

/** Every operation that the description names; all are POST. */
export function operationsOf(document: unknown): readonly Operation[] {
  const schemasOf = (content: unknown): ReadonlyMap<string, JsonObject> =>
    new Map(Object.entries(object(content)).map(([type, media]) => [type, object(resolved(document, at(media, 'schema')))]))
  return Object.entries(object(at(document, 'paths'))).flatMap(([path, item]) => Object.entries(object(item)).map(([method, operation]) => {
    if (method !== 'post') throw new Error(`${path} is ${method}`)
    return {
      id: textAt(operation, 'operationId'), path,
      security: list(at(operation, 'security')).map(object),
      input: object(schemasOf(at(operation, 'requestBody', 'content')).get('application/json')),
      answers: new Map(Object.entries(object(at(operation, 'responses'))).map(([status, answer]) => [Number(status), schemasOf(at(answer, 'content'))])),
    }
  }))
}

const isSchema = (value: unknown): value is Schema => isObject(value)
const compiled = new WeakMap<JsonObject, z.ZodType>()

function validatorOf(schema: JsonObject): z.ZodType {
  const copy: unknown = structuredClone(schema)
  if (!isSchema(copy)) throw new Error('not a schema')
  return z.fromJSONSchema(copy)
}

/** Why a value is not what its schema says; empty when it is. */
export function faultsOf(schema: JsonObject, value: unknown): readonly string[] {
  const validator = compiled.get(schema) ?? validatorOf(schema)
  compiled.set(schema, validator)
  const result = validator.safeParse(value)
  return result.success ? [] : result.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
}

/** Numbers from 0 up to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const patterned = ['09:30', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', '2026-05-04T09:30', 'America/Chicago', 'chronic-migraine', 'QUJD', 'data:image/png;base64,iVBORw0KGgo=', '']

/** Any value that the schema allows. */
export function valueOf(schema: unknown, random: () => number): unknown {
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(random() * items.length)]
    if (item === undefined) throw new Error('nothing to choose from')
    return item
  }
  if (!isObject(schema)) throw new Error(`no schema: ${JSON.stringify(schema)}`)
  const choices = schema['anyOf'] ?? schema['oneOf']
  if (choices !== undefined) return valueOf(pick(list(choices)), random)
  if (schema['const'] !== undefined) return schema['const']
  if (schema['enum'] !== undefined) return pick(list(schema['enum']))
  const number = (name: string, otherwise: number): number => (typeof schema[name] === 'number' ? schema[name] : otherwise)
  switch (schema['type']) {
    case 'null': return null
    case 'boolean': return random() < 0.5
    case 'integer': {
      const least = Math.max(number('minimum', 0), -1000)
      return least + Math.floor(random() * (Math.min(number('maximum', 1000), 1000) - least + 1))
    }
    case 'number': {
      const least = Math.max(number('minimum', 0), -1000)
      return least + random() * (Math.min(number('maximum', 1000), 1000) - least)
    }
    case 'string': {
      if (schema['format'] === 'uuid') return `0198${Math.floor(random() * 0xffff).toString(16).padStart(4, '0')}-0000-7000-8000-${Math.floor(random() * 2 ** 44).toString(16).padStart(12, '0')}`
      if (schema['format'] === 'date') return `20${10 + Math.floor(random() * 60)}-0${1 + Math.floor(random() * 9)}-${10 + Math.floor(random() * 18)}`
      if (schema['contentEncoding'] === 'base64') return Buffer.from(`Name,Date\n${random()},x\n`).toString('base64')
      const pattern = schema['pattern']
      if (typeof pattern === 'string') return pick(patterned.filter(text => new RegExp(pattern).test(text)))
      return 'a é😀"\\'.repeat(20).slice(0, Math.max(number('minLength', 0), Math.floor(random() * 40)))
    }
    case 'array': {
      const most = Math.min(number('maxItems', 3), 3)
      return Array.from({ length: Math.max(number('minItems', 0), Math.floor(random() * (most + 1))) }, () => valueOf(schema['items'] ?? {}, random))
    }
    case 'object': return Object.fromEntries(Object.entries(object(schema['properties'] ?? {})).map(([key, value]) => [key, valueOf(value, random)]))
    default: throw new Error(`no value for ${JSON.stringify(schema).slice(0, 200)}`)
  }
}
