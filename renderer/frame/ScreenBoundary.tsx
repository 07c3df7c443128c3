import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { frameText } from '../../shared/text/en/frame.ts'
import { EmptyState } from '../ui/EmptyState.tsx'

type Props = { readonly children: ReactNode }
type State = { readonly failed: boolean }

/** Keeps a fault in one screen from taking the others, and what is typed there, with it. */
export class ScreenBoundary extends Component<Props, State> {
  override state: State = { failed: false }

  static getDerivedStateFromError(): State {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <div role="alert">
        <EmptyState title={frameText.brokenTitle} hint={frameText.broken}>
          <Button onClick={() => this.setState({ failed: false })}>{frameText.reopen}</Button>
        </EmptyState>
      </div>
    )
  }
}
