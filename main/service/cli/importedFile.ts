import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { commandLineText } from '../../../shared/text/en/commandLine.ts'
import { CommandEnd } from './options.ts'

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    throw new CommandEnd(commandLineText.cannotRead(file))
  }
}

/** A file to import, as a request takes it; one that is too large ends the command. */
export function importedFile(path: string): { readonly fileName: string; readonly bytes: string } {
  const bytes = bytesOf(path)
  if (bytes.length > 32 * 2 ** 20) throw new CommandEnd(commandLineText.tooLarge)
  return { fileName: basename(path).slice(0, 200), bytes: bytes.toString('base64') }
}

/** Reads a mapping file; one that says anything that its kind does not know ends the command. */
export function readMapping<T>(file: string, schema: { readonly parse: (value: unknown) => T }): T {
  const text = bytesOf(file).toString('utf8').replace(/^\uFEFF/, '')
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    throw new CommandEnd(commandLineText.notJson(file))
  }
}
