import { ActionIcon } from '@mantine/core'
import { useState } from 'react'
import type { Practitioner } from '../../shared/domain/person.ts'
import type { Absence } from '../../shared/domain/shift.ts'
import { dateOf } from '../../shared/domain/time/wallClock.ts'
import { absenceText } from '../../shared/text/en/shifts.ts'
import { staffText } from '../../shared/text/en/staff.ts'
import { problemSentence } from '../../shared/text/problems.ts'
import { useDesk } from '../client.ts'
import { screen } from '../screen.ts'
import { CloseIcon, EditIcon, PlusIcon } from '../ui/icons.tsx'
import { ImpactDialog } from '../ui/ImpactDialog.tsx'
import { MayButton } from '../ui/MayButton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Section } from '../ui/Section.tsx'
import { useStaffingEdit } from '../ui/useImpact.ts'
import { AbsenceForm } from './AbsenceForm.tsx'
import type { Register } from './register.ts'
import { absenceWords } from './shiftWords.ts'

type AbsencesProps = { readonly practitioner: Practitioner; readonly register: Register }

/** When somebody is away, whatever the shifts say. */
export function Absences({ practitioner, register }: AbsencesProps) {
  const { client, may } = useDesk()
  const [open, setOpen] = useState<Absence['id'] | 'new' | null>(null)
  const edit = useStaffingEdit()
  const coming = register.absences
    .filter(one => one.practitionerId === practitioner.id && dateOf(one.end) >= register.today)
    .toSorted((a, b) => (a.start < b.start ? -1 : 1))
  const remove = (absence: Absence) =>
    edit.edit(
      preview => client.absence.remove({ id: absence.id, version: absence.version, preview }),
      () => {
        const { id: _id, version: _version, ...fields } = absence
        screen.did({
          label: `${absenceText.removed}: ${absenceWords(absence)}`,
          undo: async () => {
            const back = await client.absence.record({ ...fields, preview: false })
            return back.ok ? null : problemSentence(back.problem)
          },
        })
      },
    )
  return (
    <Section
      title={absenceText.title}
      actions={
        open === 'new' ? undefined : (
          <MayButton
            size="compact-xs"
            variant="light"
            leftSection={<PlusIcon size={12} />}
            refusal={may('shift.write') ? null : staffText.mayNotEditShifts}
            onClick={() => setOpen('new')}
          >
            {absenceText.add}
          </MayButton>
        )
      }
    >
      {open === 'new' && <AbsenceForm practitionerId={practitioner.id} absence={null} close={() => setOpen(null)} />}
      <ProblemNotice problem={edit.problem} />
      {coming.length === 0 ? (
        <p className="quiet">{absenceText.none}</p>
      ) : (
        <ul className="line-list">
          {coming.map(absence =>
            open === absence.id ? (
              <li key={absence.id}>
                <AbsenceForm practitionerId={practitioner.id} absence={absence} close={() => setOpen(null)} />
              </li>
            ) : (
              <li key={absence.id}>
                <span className="line-words">
                  {absenceWords(absence)}
                  {absence.note !== '' && <span className="quiet"> · {absence.note}</span>}
                </span>
                {may('shift.write') && (
                  <>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={26}
                      aria-label={absenceText.edit(absenceWords(absence))}
                      onClick={() => setOpen(absence.id)}
                    >
                      <EditIcon size={14} />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={26}
                      aria-label={absenceText.remove(absenceWords(absence))}
                      onClick={() => remove(absence)}
                    >
                      <CloseIcon size={14} />
                    </ActionIcon>
                  </>
                )}
              </li>
            ),
          )}
        </ul>
      )}
      <ImpactDialog edit={edit} />
    </Section>
  )
}
