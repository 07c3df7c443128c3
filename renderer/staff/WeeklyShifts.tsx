import { ActionIcon } from '@mantine/core'
import { useState } from 'react'
import type { Practitioner } from '../../shared/domain/person.ts'
import type { ShiftPattern } from '../../shared/domain/shift.ts'
import { weekdays, weekdayWord } from '../../shared/text/en/dates.ts'
import { shiftText } from '../../shared/text/en/shifts.ts'
import { staffText } from '../../shared/text/en/staff.ts'
import { problemSentence } from '../../shared/text/problems.ts'
import { useDesk } from '../client.ts'
import { screen, useWhere } from '../screen.ts'
import { CloseIcon, EditIcon, PlusIcon } from '../ui/icons.tsx'
import { ImpactDialog } from '../ui/ImpactDialog.tsx'
import { MayButton } from '../ui/MayButton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Section } from '../ui/Section.tsx'
import { useStaffingEdit } from '../ui/useImpact.ts'
import type { Register } from './register.ts'
import { ShiftForm } from './ShiftForm.tsx'
import { hoursWords, patternWords, ruleWords } from './shiftWords.ts'

type PatternProps = {
  readonly pattern: ShiftPattern
  readonly today: Register['today']
  readonly mayWrite: boolean
  readonly change: () => void
  readonly remove: () => void
}

function Pattern({ pattern, today, mayWrite, change, remove }: PatternProps) {
  const { locations } = useWhere()
  const place = locations.length > 1 ? (locations.find(location => location.id === pattern.locationId)?.name ?? '') : ''
  const over = pattern.through !== null && pattern.through < today
  const notes = [
    place,
    pattern.rule === null ? '' : ruleWords(pattern),
    pattern.presence === 'on-call' ? shiftText.presences['on-call'] : '',
    over ? shiftText.over : '',
    pattern.from > today ? shiftText.since(pattern.from) : '',
    pattern.through !== null ? shiftText.until(pattern.through) : '',
  ].filter(note => note !== '')
  return (
    <div className={over ? 'shift-line shift-over' : 'shift-line'}>
      <span className="line-words">
        {hoursWords(pattern)}
        {notes.length > 0 && <span className="quiet"> · {notes.join(' · ')}</span>}
      </span>
      {mayWrite && (
        <>
          <ActionIcon variant="subtle" color="gray" size={26} aria-label={shiftText.edit(patternWords(pattern))} onClick={change}>
            <EditIcon size={14} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={26}
            aria-label={shiftText.remove(patternWords(pattern))}
            onClick={remove}
          >
            <CloseIcon size={14} />
          </ActionIcon>
        </>
      )}
    </div>
  )
}

type WeeklyShiftsProps = { readonly practitioner: Practitioner; readonly register: Register }

/** The week as it usually is. */
export function WeeklyShifts({ practitioner, register }: WeeklyShiftsProps) {
  const { client, may } = useDesk()
  const [open, setOpen] = useState<ShiftPattern | 'new' | null>(null)
  const edit = useStaffingEdit()
  const mayWrite = may('shift.write')
  const own = register.shiftPatterns
    .filter(pattern => pattern.practitionerId === practitioner.id)
    .toSorted((a, b) => (a.start < b.start ? -1 : 1))
  const remove = (pattern: ShiftPattern) =>
    edit.edit(
      preview => client.shiftPattern.remove({ id: pattern.id, version: pattern.version, preview }),
      () => {
        const { id: _id, version: _version, ...fields } = pattern
        screen.did({
          label: `${shiftText.removed}: ${patternWords(pattern)}`,
          undo: async () => {
            const back = await client.shiftPattern.record({ ...fields, preview: false })
            return back.ok ? null : problemSentence(back.problem)
          },
        })
      },
    )
  return (
    <Section
      title={shiftText.title}
      actions={
        open === 'new' ? undefined : (
          <MayButton
            size="compact-xs"
            variant="light"
            leftSection={<PlusIcon size={12} />}
            refusal={mayWrite ? null : staffText.mayNotEditShifts}
            onClick={() => setOpen('new')}
          >
            {shiftText.add}
          </MayButton>
        )
      }
    >
      {open === 'new' && <ShiftForm practitionerId={practitioner.id} pattern={null} close={() => setOpen(null)} />}
      <ProblemNotice problem={edit.problem} />
      {own.length === 0 ? (
        <p className="quiet">{shiftText.none}</p>
      ) : (
        <dl className="week-grid">
          {weekdays.map(weekday => {
            const patterns = own.filter(pattern => pattern.weekday === weekday)
            return [
              <dt key={`${weekday} day`} className={patterns.length === 0 ? 'week-off' : ''}>
                {weekdayWord(weekday)}
              </dt>,
              <dd key={`${weekday} shifts`} className={patterns.length === 0 ? 'week-off hatch-off' : ''}>
                {patterns.map(pattern =>
                  open === pattern ? (
                    <ShiftForm key={pattern.id} practitionerId={practitioner.id} pattern={pattern} close={() => setOpen(null)} />
                  ) : (
                    <Pattern
                      key={pattern.id}
                      pattern={pattern}
                      today={register.today}
                      mayWrite={mayWrite}
                      change={() => setOpen(pattern)}
                      remove={() => remove(pattern)}
                    />
                  ),
                )}
              </dd>,
            ]
          })}
        </dl>
      )}
      <ImpactDialog edit={edit} />
    </Section>
  )
}
