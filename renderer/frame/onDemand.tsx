import { type ComponentType, type ReactNode, useEffect, useState } from 'react'
import { LoadingState } from '../ui/LoadingState.tsx'

/** A part of the window whose code is read when it is first shown, or earlier by `fetch`. */
export type OnDemand<Props> = { (props: Props): ReactNode; readonly fetch: () => Promise<void> }

/**
 * Unlike `React.lazy`, code that is there already is shown at once (what Suspense puts in its place stays for 300 ms), and
 * code that could not be read is asked for again the next time.
 */
export function onDemand<Props extends object>(read: () => Promise<ComponentType<Props>>): OnDemand<Props> {
  let Loaded: ComponentType<Props> | null = null
  const fetch = async (): Promise<void> => {
    Loaded ??= await read()
  }
  function Part(props: Props): ReactNode {
    const [failure, setFailure] = useState<{ readonly cause: unknown } | null>(null)
    const [, arrived] = useState(Loaded !== null)
    useEffect(() => {
      void fetch().then(() => arrived(true), (cause: unknown) => setFailure({ cause }))
    }, [])
    if (failure !== null) throw failure.cause
    return Loaded === null ? <LoadingState /> : <Loaded {...props} />
  }
  return Object.assign(Part, { fetch })
}
