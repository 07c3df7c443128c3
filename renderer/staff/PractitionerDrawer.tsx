import { useState } from 'react'
import type { Practitioner } from '../../shared/domain/person.ts'
import type { PractitionerId } from '../../shared/domain/ids.ts'
import { fullName, listWords, roleWords } from '../../shared/text/en/names.ts'
import { sickCallText } from '../../shared/text/en/sickCall.ts'
import { staffText } from '../../shared/text/en/staff.ts'
import { useDesk } from '../client.ts'
import { useOpenSickCall } from '../sickCall/sickCallDraft.ts'
import { DrawerFrame } from '../ui/DrawerFrame.tsx'
import { EditIcon } from '../ui/icons.tsx'
import { MayButton } from '../ui/MayButton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Shown } from '../ui/Shown.tsx'
import { Absences } from './Absences.tsx'
import { Certifications } from './Certifications.tsx'
import { EditPractitioner } from './PractitionerForm.tsx'
import { type Register, useRegister } from './register.ts'
import { SingleDays } from './SingleDays.tsx'
import { staffLines } from './standing.ts'
import { AvailabilitySection } from './rota/AvailabilitySection.tsx'
import { WeeklyShifts } from './WeeklyShifts.tsx'
import './staff.css'

type PersonProps = { readonly practitioner: Practitioner; readonly register: Register }

function Person({ practitioner, register }: PersonProps) {
  const { may } = useDesk()
  const sickCall = useOpenSickCall()
  const [editing, setEditing] = useState(false)
  const line = staffLines(register).find(one => one.practitioner.id === practitioner.id)
  const roles = listWords([...new Set(practitioner.roles.map(role => roleWords[role.role]))])
  return (
    <DrawerFrame
      title={fullName(practitioner.name)}
      sub={
        <>
          <p>
            {practitioner.active ? roles : staffText.left}
            {practitioner.telephone === '' ? '' : ` · ${practitioner.telephone}`}
          </p>
          <p>{staffText.performs(line?.visits ?? 0)}</p>
        </>
      }
      actions={
        <>
        <MayButton
          variant="default"
          leftSection={<EditIcon size={14} />}
          refusal={may('practitioner.write') ? null : staffText.mayNotEditStaff}
          onClick={() => setEditing(true)}
        >
          {staffText.editPerson}
        </MayButton>
        {practitioner.active && (
          <MayButton variant="default" refusal={may('appointment.write') ? null : sickCallText.mayNot} onClick={() => sickCall(practitioner.id)}>
            {sickCallText.open}
          </MayButton>
        )}
        </>
      }
    >
      {editing && <EditPractitioner key={practitioner.version} practitioner={practitioner} close={() => setEditing(false)} />}
      <Certifications practitioner={practitioner} held={line?.held ?? []} register={register} />
      <WeeklyShifts practitioner={practitioner} register={register} />
      <SingleDays practitioner={practitioner} register={register} />
      <Absences practitioner={practitioner} register={register} />
      <AvailabilitySection practitionerId={practitioner.id} />
    </DrawerFrame>
  )
}

/** One staff member: certifications, shifts, single days and absences, each with what it would do to the visits. */
export function PractitionerDrawer({ id }: { readonly id: PractitionerId }) {
  const register = useRegister()
  return (
    <Shown read={register}>
      {value => {
        const practitioner = value.practitioners.find(one => one.id === id)
        return practitioner === undefined ? (
          <ProblemNotice problem={{ code: 'not-found', what: 'staff member' }} />
        ) : (
          <Person practitioner={practitioner} register={value} />
        )
      }}
    </Shown>
  )
}
