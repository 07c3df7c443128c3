import type { ReactNode } from 'react'
import type { Read } from '../client.ts'
import { LoadingState } from './LoadingState.tsx'
import { ReadNotice } from './ProblemNotice.tsx'

type ShownProps<T> = { readonly read: Read<T>; readonly label?: string; readonly children: (value: T) => ReactNode }

/** What was read, or that it is on its way, or why it cannot be shown. What was read before stays visible when a later reading fails. */
export function Shown<T>({ read, label, children }: ShownProps<T>) {
  if (read.value !== null) {
    return (
      <>
        <ReadNotice read={read} />
        {children(read.value)}
      </>
    )
  }
  if (read.problem !== null) return <ReadNotice read={read} />
  return label === undefined ? <LoadingState /> : <LoadingState label={label} />
}
