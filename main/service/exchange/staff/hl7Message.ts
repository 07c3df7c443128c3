import type { Hl7Field, Hl7Segment } from '@medplum/core'

/** A segment of which it is remembered what was read, so that the rest can be named. */
export type Hl7Reader = {
  readonly name: string
  /** The first component of a field's first repetition, or the one asked for. */
  readonly text: (field: number, component?: number) => string
  /** Each repetition of a field, as its components. */
  readonly each: (field: number) => readonly (readonly string[])[]
  /** Fields with something in them that were never asked for. */
  readonly unread: () => readonly number[]
}

type Context = Hl7Segment['context']

const hex = (digits: string): string => Buffer.from(digits, 'hex').toString('latin1')

/** Undoes HL7 v2 escapes (chapter 2, 2.7); highlighting and unknown escapes are left out. The library leaves them as they are. */
function unescaped(text: string, { escapeCharacter, fieldSeparator, componentSeparator, subcomponentSeparator, repetitionSeparator }: Context): string {
  if (escapeCharacter === '' || !text.includes(escapeCharacter)) return text
  const parts = text.split(escapeCharacter)
  // Text and escapes take turns; a mark without its partner is an ordinary character.
  if (parts.length % 2 === 0) return text
  const plain: Readonly<Record<string, string>> = { F: fieldSeparator, S: componentSeparator, T: subcomponentSeparator, R: repetitionSeparator, E: escapeCharacter }
  return parts.map((part, index) => {
    if (index % 2 === 0) return part
    if (/^X(?:[0-9A-F]{2})+$/i.test(part)) return hex(part.slice(1))
    return plain[part] ?? (part === '.br' ? ' ' : '')
  }).join('')
}

function componentsOf(field: Hl7Field, context: Context): readonly (readonly string[])[] {
  // A field that says "nothing is known any more" ("") is as empty as one that says nothing.
  return field.components.map(repetition => repetition.map(component => {
    const text = component.split(context.subcomponentSeparator).map(part => unescaped(part, context).trim()).filter(part => part !== '').join(' ')
    return text === '""' ? '' : text
  })).filter(repetition => repetition.some(component => component !== ''))
}

function readerOf(segment: Hl7Segment): Hl7Reader {
  const asked = new Set<number>()
  const each = (field: number): readonly (readonly string[])[] => {
    asked.add(field)
    const found = segment.fields[field]
    return found === undefined ? [] : componentsOf(found, segment.context)
  }
  return {
    name: segment.name,
    each,
    text: (field, component = 1) => each(field)[0]?.[component - 1] ?? '',
    unread: () => segment.fields.flatMap((found, field) => (field === 0 || asked.has(field) || componentsOf(found, segment.context).length === 0 ? [] : [field])),
  }
}

export type Hl7Read = { readonly type: string; readonly segments: readonly Hl7Reader[] }

/** Each message of a file or batch (chapter 2, 2.10.3); batch headers are passed over. Null where one cannot be read. */
export async function hl7Messages(text: string): Promise<readonly (Hl7Read | null)[]> {
  // A large library, loaded where a message is read and not whenever the program starts.
  const { Hl7Message } = await import('@medplum/core')
  const lines = text.split(/[\r\n]+/).map(line => line.trimStart()).filter(line => line !== '')
  const messages: string[][] = []
  for (const line of lines) {
    if (line.startsWith('MSH')) messages.push([line])
    else if (!/^(?:FHS|BHS|BTS|FTS)/.test(line)) messages.at(-1)?.push(line)
  }
  return messages.map(message => {
    // Five separators that differ from each other, or nothing can be told apart.
    const separators = message[0]?.slice(3, 8) ?? ''
    if (separators.length < 5 || new Set(separators.slice(0, 4)).size < 4 || /[\sA-Za-z0-9]/.test(separators.slice(0, 4))) return null
    const [header, ...rest] = Hl7Message.parse(message.join('\r')).segments.map(readerOf)
    if (header === undefined) return null
    // Of the header alone the first field is MSH-2: MSH-1 is the separator itself. So this is MSH-9.
    return { type: [header.text(8), header.text(8, 2)].filter(part => part !== '').join('^'), segments: rest }
  })
}
