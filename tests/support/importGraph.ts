import { globSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync } from 'vite'

/** One source file and everything it imports: our own files by path from the project's root, others by name. Types count. */
export type Source = { readonly path: string; readonly lines: number; readonly imports: readonly string[] }

/** Every source file below the given folders of a project. */
export function readSources(projectDir: string, folders: readonly string[]): readonly Source[] {
  return folders
    .flatMap(folder => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: projectDir }))
    .map(file => file.replaceAll('\\', '/'))
    .toSorted()
    .map(path => readSource(path, readFileSync(join(projectDir, path), 'utf8')))
}

/** What one file's text imports. */
export function readSource(path: string, text: string): Source {
  const { module, program } = parseSync(path, text, {})
  const named = [
    ...module.staticImports.map(each => each.moduleRequest.value),
    ...module.staticExports.flatMap(each => each.entries.flatMap(entry => entry.moduleRequest === null ? [] : [entry.moduleRequest.value])),
    ...inPlace(program)
  ]
  const imports = [...new Set(named)].map(name => name.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), name)) : name)
  return { path, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0), imports }
}

// `await import('x')` and `import('x').Type`, wherever in the file they stand.
function inPlace(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(inPlace)
  if (typeof node !== 'object' || node === null) return []
  const below = Object.values(node).flatMap(inPlace)
  if (!('type' in node) || (node.type !== 'ImportExpression' && node.type !== 'TSImportType') || !('source' in node)) return below
  const { source } = node
  return typeof source === 'object' && source !== null && 'value' in source && typeof source.value === 'string' ? [source.value, ...below] : below
}

/** Every circle of files that import each other, each written as the way round it. */
export function cycles(sources: readonly Source[]): readonly string[] {
  const byPath = new Map(sources.map(source => [source.path, source]))
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path)
    if (at >= 0) found.push([...way.slice(at), path].join(' -> '))
    if (at >= 0 || done.has(path)) return
    for (const next of byPath.get(path)?.imports ?? []) if (byPath.has(next)) visit(next, [...way, path])
    done.add(path)
  }
  for (const { path } of sources) visit(path, [])
  return found
}
