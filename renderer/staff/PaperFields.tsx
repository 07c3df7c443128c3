import { MultiSelect, NumberInput, Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import type { CertificationType, Qualification, Scope } from '../../shared/domain/certification.ts'
import type { PractitionerId } from '../../shared/domain/ids.ts'
import type { Problem } from '../../shared/domain/problem.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { paperText } from '../../shared/text/en/staff.ts'
import { useWhere } from '../screen.ts'
import { DateField } from '../ui/DateField.tsx'
import { fieldError } from '../ui/fieldError.ts'
import type { Register } from './register.ts'

/** What a paper says beside its kind, number and dates. */
export type Paper = Pick<Qualification, 'jurisdiction' | 'effective' | 'restrictions' | 'scope' | 'prescriberId' | 'hours' | 'note'>

const whole = (value: number | string): number | null => (typeof value === 'number' ? Math.round(value) : null)

type PaperFieldsProps = {
  readonly paper: Paper
  readonly type: CertificationType | undefined
  readonly holder: PractitionerId
  readonly register: Register
  readonly problem: Problem | null
  readonly change: (part: Partial<Paper>) => void
}

/** Where a paper is good, from when, for whom and for what, and what the issuer attached to it. */
export function PaperFields({ paper, type, holder, register, problem, change }: PaperFieldsProps) {
  const { today } = useWhere()
  const { scope } = paper
  const limit = (part: Partial<Scope>) => change({ scope: { ...scope, ...part } })
  const codes = type?.competences ?? []
  const others = register.practitioners.filter(one => one.id !== holder && (one.active || one.id === paper.prescriberId))
  return (
    <>
      <div className="field-row">
        <TextInput
          label={paperText.jurisdiction}
          description={paperText.jurisdictionHint}
          value={paper.jurisdiction}
          error={fieldError(problem, 'jurisdiction')}
          onChange={event => change({ jurisdiction: event.currentTarget.value })}
        />
        <DateField
          label={paperText.effective}
          description={paperText.effectiveHint}
          clearable
          value={paper.effective}
          today={today}
          error={fieldError(problem, 'effective')}
          onChange={effective => change({ effective })}
        />
      </div>
      <MultiSelect
        label={paperText.covers}
        description={paperText.coversHint}
        clearable
        data={codes.map(code => ({ value: code, label: register.competences.find(one => one.code === code)?.label ?? code }))}
        value={[...(scope.competences ?? [])]}
        error={fieldError(problem, 'scope.competences')}
        onChange={chosen => limit({ competences: chosen.length === 0 ? null : codes.filter(code => chosen.includes(code)) })}
      />
      <TagsInput
        label={paperText.products}
        description={paperText.productsHint}
        value={[...scope.products]}
        onChange={products => limit({ products })}
      />
      <div className="field-row">
        <NumberInput
          label={paperText.youngest}
          min={0}
          max={150}
          allowDecimal={false}
          value={scope.youngest ?? ''}
          error={fieldError(problem, 'scope.youngest')}
          onChange={value => limit({ youngest: whole(value) })}
        />
        <NumberInput
          label={paperText.oldest}
          min={0}
          max={150}
          allowDecimal={false}
          value={scope.oldest ?? ''}
          error={fieldError(problem, 'scope.oldest')}
          onChange={value => limit({ oldest: whole(value) })}
        />
        {(type?.hours ?? paper.hours) !== null && (
          <NumberInput
            label={paperText.hours}
            description={type?.hours === null || type === undefined ? undefined : paperText.hoursHint(type.hours)}
            min={0}
            max={10_000}
            allowDecimal={false}
            value={paper.hours ?? ''}
            error={fieldError(problem, 'hours')}
            onChange={value => change({ hours: whole(value) })}
          />
        )}
      </div>
      <Select
        label={paperText.prescriber}
        description={type?.needsPrescriber === true ? paperText.prescriberNeeded : undefined}
        clearable
        searchable
        data={others.map(one => ({ value: one.id, label: fullName(one.name) }))}
        value={paper.prescriberId}
        error={fieldError(problem, 'prescriberId')}
        onChange={value => change({ prescriberId: others.find(one => one.id === value)?.id ?? null })}
      />
      <Textarea
        label={paperText.restrictions}
        autosize
        value={paper.restrictions}
        error={fieldError(problem, 'restrictions')}
        onChange={event => change({ restrictions: event.currentTarget.value })}
      />
      <Textarea
        label={paperText.note}
        autosize
        value={paper.note}
        error={fieldError(problem, 'note')}
        onChange={event => change({ note: event.currentTarget.value })}
      />
    </>
  )
}
