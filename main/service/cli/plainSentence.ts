import { commandLineText } from '../../../shared/text/en/commandLine.ts'
import { startText } from '../../../shared/text/en/service.ts'
import { problemSentence } from '../../../shared/text/problems.ts'
import { faultTraces, problemOf } from '../refusal.ts'

const text = (fault: unknown, name: string): string => {
  const found: unknown = typeof fault === 'object' && fault !== null ? Reflect.get(fault, name) : undefined
  return typeof found === 'string' ? found : ''
}

/** What ended a command that nobody refused, in one line: no stack, and no message of a library, which may name a patient. */
export function plainSentence(fault: unknown): string {
  const problem = problemOf(fault)
  if (problem !== null) return problemSentence(problem)
  const [code, path] = [text(fault, 'code'), text(fault, 'path')]
  if (code === 'EADDRINUSE') return startText.portTaken
  if (code === 'EACCES' && text(fault, 'syscall') === 'listen') return commandLineText.portNotAllowed
  if ((code === 'EEXIST' || code === 'ENOTDIR') && path !== '') return commandLineText.notAFolder(path)
  if (['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(code) && path !== '') return commandLineText.mayNotWrite(path)
  return commandLineText.unexpected(Object.values(faultTraces(fault)).join(', '))
}
