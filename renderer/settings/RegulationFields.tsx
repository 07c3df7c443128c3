import { NativeSelect, Select } from '@mantine/core'
import { jurisdictions, type Regulation, settings } from '../../shared/domain/rules/jurisdiction.ts'
import { jurisdictionWords } from '../../shared/text/en/jurisdictions.ts'
import { placeText } from '../../shared/text/en/settings.ts'

const everyJurisdiction = jurisdictions.map(value => ({ value, label: jurisdictionWords[value] }))
const everySetting = ([...settings, 'both'] as const).map(value => ({ value, label: placeText.settings[value] }))

type RegulationFieldsProps = {
  readonly value: Regulation | null
  readonly onChange: (value: Regulation | null) => void
  readonly disabled?: boolean
}

/** Whose law holds at a place, and as what kind of practice; none is said plainly to mean that no rule is applied. */
export function RegulationFields({ value, onChange, disabled = false }: RegulationFieldsProps) {
  return (
    <div className="field-row">
      <Select
        label={placeText.jurisdiction}
        description={value === null ? placeText.noJurisdiction : placeText.jurisdictionHint}
        placeholder={placeText.jurisdictionNone}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': placeText.jurisdictionClear }}
        nothingFoundMessage={placeText.jurisdictionUnknown}
        disabled={disabled}
        data={everyJurisdiction}
        value={value?.jurisdiction ?? null}
        onChange={chosen => {
          const jurisdiction = jurisdictions.find(each => each === chosen)
          onChange(jurisdiction === undefined ? null : { jurisdiction, setting: value?.setting ?? 'both' })
        }}
      />
      {value !== null && (
        <NativeSelect
          label={placeText.setting}
          description={placeText.settingHint}
          disabled={disabled}
          data={everySetting}
          value={value.setting}
          onChange={event => {
            const setting = everySetting.find(each => each.value === event.currentTarget.value)
            if (setting !== undefined) onChange({ ...value, setting: setting.value })
          }}
        />
      )}
    </div>
  )
}
