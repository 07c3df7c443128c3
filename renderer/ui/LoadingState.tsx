import { Loader } from '@mantine/core'
import { frameText } from '../../shared/text/en/frame.ts'
import './ui.css'

/** Says that something is on its way; shows itself only when it takes longer than a blink. */
export function LoadingState({ label = frameText.loading }: { readonly label?: string }) {
  return (
    <div className="loading-state" role="status">
      <Loader size="xs" type="dots" aria-hidden="true" />
      <span>{label}</span>
    </div>
  )
}
