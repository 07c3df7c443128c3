import { Button, Radio, Textarea } from '@mantine/core'
import { type FormEvent, useEffect, useRef } from 'react'
import type { Outputs } from '../../shared/contract/inferred.ts'
import { ok } from '../../shared/domain/result.ts'
import { bookingText } from '../../shared/text/en/booking.ts'
import { wallWords } from '../../shared/text/en/dates.ts'
import { overrideText } from '../../shared/text/en/day.ts'
import { tooSoonSentence } from '../../shared/text/rules.ts'
import { useDesk, useRead } from '../client.ts'
import type { Names } from '../day/useDayNames.ts'
import { placeSentence } from '../day/useGridActions.ts'
import { FindingList } from '../rules/FindingList.tsx'
import { WarningIcon } from '../ui/icons.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { OverrideFields } from '../ui/OverrideFields.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { type BookingDraft, type BookingEvent, maySend, type Place } from './booking.ts'

type PlaceAnswer = Outputs['slot']['assess']

type ConfirmStepProps = {
  readonly draft: BookingDraft
  readonly place: Place
  readonly names: Names
  readonly send: (event: BookingEvent) => void
  readonly book: () => void
}

/** The last look: Enter books. What stands in the way is said here, with what can be done about it. */
export function ConfirmStep({ draft, place, names, send, book }: ConfirmStepProps) {
  const button = useRef<HTMLButtonElement>(null)
  const { obstacle } = draft
  const { client } = useDesk()
  const { serviceTypeId } = draft
  const asked = { ...place, fold: draft.fold, moving: null, patientId: draft.patient?.id ?? null }
  const told = useRead<Pick<PlaceAnswer, 'findings' | 'tooSoon'>>(
    ['slot', 'assess', serviceTypeId, asked],
    async () => (serviceTypeId === null ? ok({ findings: [], tooSoon: null }) : client.slot.assess({ ...asked, serviceTypeId })),
  )
  useEffect(() => {
    if (obstacle === null) button.current?.focus()
  }, [obstacle, place])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    book()
  }
  const anyway = obstacle?.kind === 'needs-reason' && obstacle.mayOverride
  return (
    <form className="form" onSubmit={submit}>
      {obstacle?.kind === 'refused' && <ProblemNotice problem={obstacle.problem} />}
      {obstacle?.kind === 'needs-reason' && (
        <>
          <div className="notice notice-red hatch-flag" role="alert">
            <WarningIcon />
            <p>{placeSentence(obstacle.problem, { ...place, fold: draft.fold }, names.staffing)}</p>
          </div>
          {obstacle.problem.code === 'against-rule' && <FindingList findings={obstacle.problem.findings} />}
          {obstacle.mayOverride ? (
            <OverrideFields value={draft.override} hint={overrideText.explain} change={answer => send({ kind: 'answered', answer })} />
          ) : (
            obstacle.problem.code !== 'against-rule' && <p className="quiet">{bookingText.askLead}</p>
          )}
        </>
      )}
      {obstacle === null && told.value !== null && told.value.tooSoon !== null && <StateMark kind="flag">{tooSoonSentence(told.value.tooSoon)}</StateMark>}
      {obstacle === null && <FindingList findings={told.value?.findings ?? []} />}
      {obstacle?.kind === 'which-time' && (
        <Radio.Group
          label={bookingText.whichTime(wallWords(place.start))}
          value={draft.fold}
          onChange={value => send({ kind: 'fold-chosen', fold: value === 'later' ? 'later' : 'earlier' })}
        >
          <Radio autoFocus value="earlier" label={bookingText.folds.earlier} />
          <Radio value="later" label={bookingText.folds.later} />
        </Radio.Group>
      )}
      <Textarea
        label={bookingText.note}
        value={draft.note}
        minRows={1}
        maxLength={4000}
        onChange={event => send({ kind: 'note-typed', note: event.currentTarget.value })}
      />
      <div className="button-row">
        <Button ref={button} type="submit" color={anyway ? 'red' : 'teal'} loading={draft.sending} disabled={!maySend(draft)}>
          {anyway ? bookingText.goAnyway : bookingText.go}
        </Button>
        {obstacle !== null && (
          <Button variant="default" onClick={() => send({ kind: 'went-back', to: 'place' })}>
            {bookingText.noSuchTime}
          </Button>
        )}
      </div>
    </form>
  )
}
