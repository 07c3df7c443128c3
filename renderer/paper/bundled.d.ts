// The bundler puts each file's address in its place.
interface ImportMeta {
  readonly glob: (patterns: readonly string[], options: { readonly query: '?url'; readonly import: 'default'; readonly eager: true }) => Readonly<Record<string, string>>
}
