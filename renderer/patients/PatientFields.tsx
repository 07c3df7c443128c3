import { ActionIcon, Button, Checkbox, Input, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { languages } from '../../shared/domain/language.ts'
import type { Identifier, Patient } from '../../shared/domain/person.ts'
import type { Problem } from '../../shared/domain/problem.ts'
import { patientText } from '../../shared/text/en/patients.ts'
import { cardWords } from '../../shared/text/paper/cardWords.ts'
import { useWhere } from '../screen.ts'
import { DateField } from '../ui/DateField.tsx'
import { fieldError } from '../ui/fieldError.ts'
import { CloseIcon, PlusIcon } from '../ui/icons.tsx'
import type { PatientDraft } from './patientDraft.ts'

type Change = (part: Partial<PatientDraft>) => void
const statuses: readonly Patient['status'][] = ['active', 'inactive', 'entered-in-error']

function Numbers({
  value,
  change,
  problem,
}: {
  readonly value: readonly Identifier[]
  readonly change: (value: readonly Identifier[]) => void
  readonly problem: Problem | null
}) {
  const put = (index: number, part: Partial<Identifier>) =>
    change(value.map((one, at) => (at === index ? { ...one, ...part } : one)))
  return (
    <Input.Wrapper
      label={patientText.identifiers}
      labelElement="div"
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      className="group-field"
      description={patientText.identifiersHint}
    >
      <div className="form" role="group" aria-label={patientText.identifiers} style={{ gap: 4 }}>
        {value.map((one, index) => (
          <div key={index} className="field-row">
            <TextInput
              aria-label={patientText.system}
              placeholder={patientText.systemExample}
              value={one.system}
              error={fieldError(problem, `identifiers.${index}`)}
              onChange={event => put(index, { system: event.currentTarget.value })}
            />
            <TextInput
              aria-label={patientText.value}
              placeholder={patientText.value}
              value={one.value}
              onChange={event => put(index, { value: event.currentTarget.value })}
            />
            <ActionIcon
              className="fixed"
              variant="subtle"
              color="gray"
              size={30}
              aria-label={patientText.removeNumber(one.value)}
              onClick={() => change(value.filter((_, at) => at !== index))}
            >
              <CloseIcon size={14} />
            </ActionIcon>
          </div>
        ))}
        <div>
          <Button
            variant="default"
            size="compact-xs"
            leftSection={<PlusIcon size={12} />}
            onClick={() => change([...value, { system: value.at(-1)?.system ?? '', value: '' }])}
          >
            {patientText.addNumber}
          </Button>
        </div>
      </div>
    </Input.Wrapper>
  )
}

function CardFields({
  draft,
  change,
  problem,
}: {
  readonly draft: PatientDraft
  readonly change: Change
  readonly problem: Problem | null
}) {
  const { card } = draft
  return (
    <Input.Wrapper
      label={patientText.card}
      labelElement="div"
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      className="group-field"
    >
      <div className="card-fields" role="group" aria-label={patientText.card}>
        <Checkbox
          label={patientText.largePrint}
          checked={card.largePrint}
          onChange={event => change({ card: { ...card, largePrint: event.currentTarget.checked } })}
        />
        <Checkbox
          label={patientText.doNotPrint}
          checked={card.doNotPrint}
          onChange={event => change({ card: { ...card, doNotPrint: event.currentTarget.checked } })}
        />
        <Checkbox
          label={patientText.envelopeOnly}
          checked={card.envelopeOnly}
          onChange={event => change({ card: { ...card, envelopeOnly: event.currentTarget.checked } })}
        />
        <NativeSelect
          aria-label={patientText.language}
          title={patientText.language}
          value={card.language}
          data={languages.map(value => ({ value, label: cardWords[value].itself }))}
          onChange={event => change({ card: { ...card, language: languages.find(value => value === event.currentTarget.value) ?? 'en' } })}
        />
        <TextInput
          aria-label={patientText.alternateName}
          placeholder={patientText.alternateName}
          title={patientText.alternateNameHint}
          value={card.alternateName ?? ''}
          error={fieldError(problem, 'card.alternateName')}
          onChange={event => change({ card: { ...card, alternateName: event.currentTarget.value } })}
        />
      </div>
    </Input.Wrapper>
  )
}

type PatientFieldsProps = {
  readonly draft: PatientDraft
  readonly change: Change
  readonly problem: Problem | null
  readonly withStatus: boolean
}

/** Everything that the desk keeps of a patient. */
export function PatientFields({ draft, change, problem, withStatus }: PatientFieldsProps) {
  const { today } = useWhere()
  return (
    <>
      <div className="field-row">
        <TextInput
          label={patientText.given}
          autoFocus
          autoComplete="off"
          value={draft.given}
          error={fieldError(problem, 'name')}
          onChange={event => change({ given: event.currentTarget.value })}
        />
        <TextInput
          label={patientText.family}
          autoComplete="off"
          value={draft.family}
          onChange={event => change({ family: event.currentTarget.value })}
        />
      </div>
      <div className="field-row">
        <DateField
          label={patientText.birthDate}
          withWeekday={false}
          clearable
          defaultLevel="decade"
          maxDate={today}
          value={draft.birthDate}
          today={today}
          error={fieldError(problem, 'birthDate')}
          onChange={birthDate => change({ birthDate })}
        />
        <TextInput
          label={patientText.telephone}
          type="tel"
          autoComplete="off"
          value={draft.telephone}
          error={fieldError(problem, 'telephone')}
          onChange={event => change({ telephone: event.currentTarget.value })}
        />
        <TextInput
          label={patientText.email}
          type="email"
          autoComplete="off"
          value={draft.email}
          error={fieldError(problem, 'email')}
          onChange={event => change({ email: event.currentTarget.value })}
        />
      </div>
      <div className="field-row">
        <Numbers value={draft.identifiers} change={identifiers => change({ identifiers })} problem={problem} />
        <NumberInput
          label={patientText.travel}
          description={patientText.travelHint}
          min={0}
          max={2880}
          allowDecimal={false}
          value={draft.travelMinutes ?? ''}
          error={fieldError(problem, 'travelMinutes')}
          onChange={value => change({ travelMinutes: typeof value === 'number' ? value : null })}
        />
      </div>
      <CardFields draft={draft} change={change} problem={problem} />
      <Textarea
        label={patientText.address}
        description={patientText.addressHint}
        autosize
        minRows={2}
        maxLength={500}
        value={draft.card.address}
        error={fieldError(problem, 'card.address')}
        onChange={event => change({ card: { ...draft.card, address: event.currentTarget.value } })}
      />
      <Textarea
        label={patientText.note}
        description={patientText.noteHint}
        value={draft.note}
        error={fieldError(problem, 'note')}
        onChange={event => change({ note: event.currentTarget.value })}
      />
      {withStatus && (
        <NativeSelect
          w={240}
          label={patientText.status}
          value={draft.status}
          data={statuses.map(value => ({ value, label: patientText.statuses[value] }))}
          error={fieldError(problem, 'status')}
          onChange={event => change({ status: statuses.find(value => value === event.currentTarget.value) ?? 'active' })}
        />
      )}
    </>
  )
}
