import 'react'

declare module 'react' {
  /** Our own custom properties (`--px`, `--lanes`) may stand in a style. */
  interface CSSProperties {
    readonly [name: `--${string}`]: string | number | undefined
  }
}
