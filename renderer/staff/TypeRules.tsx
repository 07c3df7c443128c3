import { NativeSelect, NumberInput, Switch } from '@mantine/core'
import { certificationKinds, type CertificationType } from '../../shared/domain/certification.ts'
import { numberForms } from '../../shared/domain/numberForm.ts'
import { certificationKindWords, numberFormWords } from '../../shared/text/en/register.ts'
import { typeText } from '../../shared/text/en/staff.ts'

type Rules = Pick<CertificationType, 'kind' | 'numberForm' | 'reverifyMonths' | 'needsPrescriber' | 'hours'>
const whole = (value: number | string): number | null => (typeof value === 'number' ? Math.round(value) : null)

/** What a record of this kind has to show before it counts, and how often its issuer is asked. */
export function TypeRules({ fields, change }: { readonly fields: Rules; readonly change: (part: Partial<Rules>) => void }) {
  return (
    <>
      <div className="field-row">
        <NativeSelect
          label={typeText.kind}
          value={fields.kind}
          data={certificationKinds.map(kind => ({ value: kind, label: certificationKindWords[kind] }))}
          onChange={event => change({ kind: certificationKinds.find(kind => kind === event.currentTarget.value) ?? 'training' })}
        />
        <NativeSelect
          label={typeText.numberForm}
          description={typeText.numberFormHint}
          value={fields.numberForm ?? ''}
          data={[{ value: '', label: typeText.noForm }, ...numberForms.map(form => ({ value: form, label: numberFormWords[form] }))]}
          onChange={event => change({ numberForm: numberForms.find(form => form === event.currentTarget.value) ?? null })}
        />
      </div>
      <div className="field-row">
        <NumberInput
          label={typeText.reverify}
          description={typeText.reverifyHint}
          min={1}
          max={120}
          allowDecimal={false}
          value={fields.reverifyMonths ?? ''}
          onChange={value => change({ reverifyMonths: whole(value) })}
        />
        <NumberInput
          label={typeText.hours}
          min={1}
          max={1000}
          allowDecimal={false}
          value={fields.hours ?? ''}
          onChange={value => change({ hours: whole(value) })}
        />
      </div>
      <Switch
        label={typeText.needsPrescriber}
        checked={fields.needsPrescriber}
        onChange={event => change({ needsPrescriber: event.currentTarget.checked })}
      />
    </>
  )
}
