import { Button } from '@mantine/core'
import { useState } from 'react'
import type { QualificationId } from '../../shared/domain/ids.ts'
import { instantWords } from '../../shared/text/en/dates.ts'
import { registerText } from '../../shared/text/en/register.ts'
import { qualificationStatuses, qualificationText } from '../../shared/text/en/staff.ts'
import { useDesk, useRead } from '../client.ts'
import { useWhere } from '../screen.ts'
import { Shown } from '../ui/Shown.tsx'

function Versions({ id }: { readonly id: QualificationId }) {
  const { client } = useDesk()
  const { location } = useWhere()
  const versions = useRead(['staff', 'history', id], () => client.register.history({ id }))
  return (
    <Shown read={versions}>
      {value => (
        <ol className="line-list">
          {value.versions.map(({ at, by, qualification }) => (
            <li key={qualification.version}>
              <span className="line-words">
                {registerText.enteredLine(instantWords(at, location.zone), by)}
                <span className="quiet">
                  {` · ${registerText.version(qualification.version)} · ${qualificationStatuses[qualification.status]} · ${
                    qualification.verification.state === 'verified' ? registerText.verified : qualificationText.unverified
                  }`}
                </span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </Shown>
  )
}

/** Each version of a certification, and when it was entered: no date can be chosen for that. */
export function CertificationHistory({ id }: { readonly id: QualificationId }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="compact-xs" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? registerText.hideHistory : registerText.history}
      </Button>
      {open && <Versions id={id} />}
    </>
  )
}
