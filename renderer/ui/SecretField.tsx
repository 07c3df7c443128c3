import { PasswordInput, type PasswordInputProps } from '@mantine/core'

/** A password or key. Mantine marks a wrong one for the eye only; this one is also heard, and found by its form. */
export function SecretField(props: PasswordInputProps) {
  return <PasswordInput {...props} aria-invalid={Boolean(props.error) || undefined} />
}
