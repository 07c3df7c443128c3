import { Checkbox, Input } from '@mantine/core'
import { type Role, roles } from '../../shared/domain/person.ts'
import { roleWords } from '../../shared/text/en/names.ts'

/** Some of the roles, each a box to tick. */
export function RoleChoice({
  label,
  hint,
  value,
  change,
  error,
}: {
  readonly label: string
  readonly hint: string
  readonly value: readonly Role[]
  readonly change: (value: readonly Role[]) => void
  readonly error?: string | undefined
}) {
  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      className="group-field"
      description={hint}
      error={error}
    >
      <div className="role-choice" role="group" aria-label={label}>
        {roles.map(role => (
          <Checkbox
            key={role}
            label={roleWords[role]}
            checked={value.includes(role)}
            onChange={event => change(roles.filter(one => (one === role ? event.currentTarget.checked : value.includes(one))))}
          />
        ))}
      </div>
    </Input.Wrapper>
  )
}
