import { NativeSelect, NumberInput, Switch } from '@mantine/core'
import type { Supervision } from '../../shared/domain/service.ts'
import { settingsText } from '../../shared/text/en/settings.ts'
import { CompetenceChoice, type Named } from './CompetenceChoice.tsx'
import { RoleChoice } from './RoleChoice.tsx'

const text = settingsText.services
const noSupervision: Supervision = { roles: ['physician'], competences: [], presence: 'on-site', atMost: null }

/** Whether, and which, second person has to be there. */
export function SupervisionFields({
  value,
  change,
  all,
}: {
  readonly value: Supervision | null
  readonly change: (value: Supervision | null) => void
  readonly all: Named
}) {
  return (
    <>
      <Switch
        size="xs"
        label={text.supervision}
        description={text.supervisionHint}
        checked={value !== null}
        onChange={event => change(event.currentTarget.checked ? noSupervision : null)}
      />
      {value !== null && (
        <div className="inset-form form">
          <RoleChoice
            label={text.supervisorRoles}
            hint={text.supervisorRolesHint}
            value={value.roles}
            change={next => change({ ...value, roles: next })}
          />
          <div className="field-row">
            <CompetenceChoice
              label={text.supervisorCompetences}
              all={all}
              value={value.competences}
              change={next => change({ ...value, competences: next })}
            />
            <NativeSelect
              label={text.presence}
              value={value.presence}
              data={[
                { value: 'on-site', label: text.presences['on-site'] },
                { value: 'on-call', label: text.presences['on-call'] },
              ]}
              onChange={event => change({ ...value, presence: event.currentTarget.value === 'on-call' ? 'on-call' : 'on-site' })}
            />
            <NumberInput
              label={text.atMost}
              description={text.atMostHint}
              min={1}
              max={50}
              allowDecimal={false}
              value={value.atMost ?? ''}
              onChange={next => change({ ...value, atMost: typeof next === 'number' ? next : null })}
            />
          </div>
        </div>
      )}
    </>
  )
}
