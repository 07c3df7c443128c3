import { Checkbox, MultiSelect, NativeSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { type Role, roles } from '../../shared/domain/person.ts'
import type { Problem } from '../../shared/domain/problem.ts'
import { jurisdictions } from '../../shared/domain/rules/jurisdiction.ts'
import { answers, presences, type RuleTerms, severities } from '../../shared/domain/rules/scopeRule.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { jurisdictionWords } from '../../shared/text/en/jurisdictions.ts'
import { roleWords } from '../../shared/text/en/names.ts'
import { rulesText } from '../../shared/text/en/rules.ts'
import { DateField } from '../ui/DateField.tsx'
import { fieldError } from '../ui/fieldError.ts'

const { fields, hints } = rulesText

type Change = (part: Partial<RuleTerms>) => void
type RuleFieldsProps = { readonly terms: RuleTerms; readonly change: Change; readonly problem: Problem | null; readonly today: PlainDate }

/** One of a few words, each with its own label. */
function Choice<T extends string>({ label, hint, value, values, words, change, error }: {
  readonly label: string
  readonly hint?: string | undefined
  readonly value: T
  readonly values: readonly T[]
  readonly words: Readonly<Record<T, string>>
  readonly change: (value: T) => void
  readonly error?: string | undefined
}) {
  return (
    <NativeSelect
      label={label}
      description={hint}
      value={value}
      error={error}
      data={values.map(each => ({ value: each, label: words[each] }))}
      onChange={event => {
        const chosen = values.find(each => each === event.currentTarget.value)
        if (chosen !== undefined) change(chosen)
      }}
    />
  )
}

function Roles({ label, hint, value, change, error }: {
  readonly label: string
  readonly hint?: string
  readonly value: readonly Role[]
  readonly change: (value: readonly Role[]) => void
  readonly error?: string | undefined
}) {
  return (
    <MultiSelect
      label={label}
      description={hint}
      value={[...value]}
      error={error}
      data={roles.map(role => ({ value: role, label: roleWords[role] }))}
      onChange={chosen => change(roles.filter(role => chosen.includes(role)))}
    />
  )
}

const numberOr = (value: string | number): number | null => (typeof value === 'number' && Number.isSafeInteger(value) ? value : null)

/** Where a rule holds, and of whom and what it speaks. */
function Scope({ terms, change, problem }: RuleFieldsProps) {
  return (
    <>
      <Textarea
        label={fields.words}
        required
        autoFocus
        autosize
        minRows={2}
        maxLength={4000}
        value={terms.words}
        error={fieldError(problem, 'terms.words')}
        onChange={event => change({ words: event.currentTarget.value })}
      />
      <div className="field-row">
        <Select
          label={fields.jurisdiction}
          searchable
          allowDeselect={false}
          value={terms.jurisdiction}
          data={jurisdictions.map(value => ({ value, label: jurisdictionWords[value] }))}
          onChange={chosen => change({ jurisdiction: jurisdictions.find(each => each === chosen) ?? terms.jurisdiction })}
        />
        <Choice label={fields.setting} value={terms.setting} values={['any', 'medical', 'cosmetic']} words={rulesText.settings} change={setting => change({ setting })} />
        <Choice label={fields.purpose} value={terms.purpose} values={['any', 'therapeutic', 'cosmetic']} words={rulesText.purposes} change={purpose => change({ purpose })} />
      </div>
      <Roles label={fields.roles} hint={rulesText.fields.rolesHint} value={terms.roles} change={next => change({ roles: next })} />
    </>
  )
}

/** What a rule says. */
function Says({ terms, change, problem }: RuleFieldsProps) {
  const answer = (point: 'mayPrescribe' | 'mayInject' | 'order' | 'examination', hint?: string) => (
    <Choice
      label={fields[point]}
      hint={hint}
      value={terms[point]}
      values={answers}
      words={rulesText.answers}
      change={value => change({ [point]: value })}
      error={fieldError(problem, `terms.${point}`)}
    />
  )
  return (
    <>
      <div className="field-row">
        {answer('mayInject')}
        {answer('mayPrescribe', hints.mayPrescribe)}
      </div>
      <div className="field-row">
        {answer('order', hints.order)}
        {answer('examination', hints.examination)}
      </div>
      <div className="field-row">
        <Choice
          label={fields.presence}
          value={terms.presence}
          values={presences}
          words={rulesText.presences}
          change={presence => change({ presence })}
          error={fieldError(problem, 'terms.presence')}
        />
        <Roles
          label={fields.presentRoles}
          value={terms.presentRoles}
          change={presentRoles => change({ presentRoles })}
          error={fieldError(problem, 'terms.presentRoles')}
        />
      </div>
      <div className="field-row">
        <NumberInput
          label={fields.minimumAge}
          min={1}
          max={120}
          allowDecimal={false}
          value={terms.minimumAge ?? ''}
          error={fieldError(problem, 'terms.minimumAge')}
          onChange={value => change({ minimumAge: numberOr(value) })}
        />
        <NumberInput
          label={fields.ratio}
          description={hints.ratio}
          min={1}
          max={20}
          allowDecimal={false}
          value={terms.ratio ?? ''}
          error={fieldError(problem, 'terms.ratio')}
          onChange={value => change({ ratio: numberOr(value) })}
        />
      </div>
    </>
  )
}

/** Everything that a rule's row holds. */
export function RuleFields(props: RuleFieldsProps) {
  const { terms, change, problem, today } = props
  return (
    <>
      <Scope {...props} />
      <Says {...props} />
      <div className="field-row">
        <Choice label={fields.severity} hint={hints.severity} value={terms.severity} values={severities} words={rulesText.severities} change={severity => change({ severity })} />
        <Checkbox className="beside-field" label={fields.law} checked={terms.law} onChange={event => change({ law: event.currentTarget.checked })} />
      </div>
      <TextInput
        label={fields.source}
        description={hints.source}
        maxLength={200}
        value={terms.source}
        error={fieldError(problem, 'terms.source')}
        onChange={event => change({ source: event.currentTarget.value })}
      />
      <div className="field-row">
        <DateField
          label={fields.sourceDate}
          clearable
          today={today}
          value={terms.sourceDate}
          error={fieldError(problem, 'terms.sourceDate')}
          onChange={sourceDate => change({ sourceDate })}
        />
        <DateField
          label={fields.effectiveFrom}
          description={hints.effectiveFrom}
          clearable
          today={today}
          value={terms.effectiveFrom}
          error={fieldError(problem, 'terms.effectiveFrom')}
          onChange={effectiveFrom => change({ effectiveFrom })}
        />
      </div>
    </>
  )
}
