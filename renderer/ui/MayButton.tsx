import { Button, type ButtonProps, Tooltip } from '@mantine/core'
import type { ComponentPropsWithoutRef } from 'react'

type MayButtonProps = ButtonProps &
  Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps> & {
    /** Why it cannot be done now; null when it can. The button stays focusable so that the reason can be heard. */
    readonly refusal: string | null
  }

/** A button that says why it does nothing. */
export function MayButton({ refusal, onClick, ...rest }: MayButtonProps) {
  if (refusal === null) return <Button {...rest} {...(onClick === undefined ? {} : { onClick })} />
  return (
    <Tooltip label={refusal} events={{ hover: true, focus: true, touch: true }} multiline maw={280}>
      <Button
        {...rest}
        type="button"
        data-disabled
        aria-disabled="true"
        aria-description={refusal}
        onClick={event => event.preventDefault()}
      />
    </Tooltip>
  )
}
