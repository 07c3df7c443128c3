import { Input, Textarea, TextInput } from '@mantine/core'
import { placeText } from '../../shared/text/en/settings.ts'
import { HoursEditor } from '../ui/HoursEditor.tsx'
import { ZoneField } from '../ui/ZoneField.tsx'
import type { LocationDraft } from './locationDraft.ts'
import { RegulationFields } from './RegulationFields.tsx'

type LocationFieldsProps = {
  readonly draft: LocationDraft
  readonly change: (part: Partial<LocationDraft>) => void
  readonly errorOf: (field: string) => string | undefined
  readonly disabled?: boolean
}

/** Name, address, telephone, zone and weekly hours of a location. */
export function LocationFields({ draft, change, errorOf, disabled = false }: LocationFieldsProps) {
  return (
    <>
      <div className="field-row">
        <TextInput
          label={placeText.name}
          description={placeText.nameHint}
          required
          disabled={disabled}
          value={draft.name}
          error={errorOf('name')}
          onChange={event => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label={placeText.telephone}
          description={placeText.telephoneHint}
          type="tel"
          disabled={disabled}
          value={draft.telephone}
          error={errorOf('telephone')}
          onChange={event => change({ telephone: event.currentTarget.value })}
        />
      </div>
      <div className="field-row">
        <Textarea
          label={placeText.address}
          description={placeText.addressHint}
          disabled={disabled}
          value={draft.address}
          error={errorOf('address')}
          onChange={event => change({ address: event.currentTarget.value })}
        />
        <ZoneField value={draft.zone} onChange={zone => change({ zone })} error={errorOf('zone')} disabled={disabled} />
      </div>
      <RegulationFields value={draft.regulation} onChange={regulation => change({ regulation })} disabled={disabled} />
      <Input.Wrapper
        label={placeText.hours}
        labelElement="div"
        inputWrapperOrder={['label', 'description', 'input', 'error']}
        className="group-field"
        description={placeText.hoursHint}
        error={errorOf('openingHours')}
      >
        <HoursEditor value={draft.hours} onChange={hours => change({ hours })} disabled={disabled} />
      </Input.Wrapper>
    </>
  )
}
