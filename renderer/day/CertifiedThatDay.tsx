import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Visit } from '../../shared/contract/schedule.ts'
import { personSentence } from '../../shared/text/staffing.ts'
import { instantWords } from '../../shared/text/en/dates.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { registerText } from '../../shared/text/en/register.ts'
import { useDesk, useRead } from '../client.ts'
import { Section } from '../ui/Section.tsx'
import { Shown } from '../ui/Shown.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import type { Names } from './useDayNames.ts'

type CertifiedThatDayProps = { readonly visit: Visit; readonly names: Names }

function People({ visit, names }: CertifiedThatDayProps) {
  const { client } = useDesk()
  const { id, start, zone, performerId } = visit.appointment
  const read = useRead(['appointment', 'certified', id], () => client.register.visit({ id }))
  return (
    <Shown read={read}>
      {({ people, knownAt }) => (
        <>
          <p className="quiet">
            {`${knownAt === null ? registerText.asNow : registerText.asThen(instantWords(knownAt, zone))} ${registerText.whoHint}`}
          </p>
          {people === null && <p>{registerText.nothingKnown}</p>}
          {people?.every(one => one.reasons.length > 0) === true && <p>{registerText.nobody}</p>}
          <ul className="line-list">
            {(people ?? []).map(one => (
              <li key={one.practitionerId}>
                <span className="line-words">
                  {fullName(one.name)}
                  {one.practitionerId === performerId && <span className="quiet">{` · ${registerText.performed}`}</span>}
                  <br />
                  {one.reasons.length === 0 ? (
                    <StateMark kind="good">
                      {registerText.certifiedBy(one.by.map(paper => [paper.typeName, paper.number].filter(part => part !== '').join(' ')).join(', '))}
                    </StateMark>
                  ) : (
                    <span className="quiet">{personSentence({ practitionerId: one.practitionerId, reasons: one.reasons }, { start, performerId }, names.staffing)}</span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Shown>
  )
}

/** Who was certified to perform a visit on its day, from the records as they stood then. */
export function CertifiedThatDay({ visit, names }: CertifiedThatDayProps) {
  const [open, setOpen] = useState(false)
  return (
    <Section
      title={registerText.whoWasCertified}
      actions={
        open ? undefined : (
          <Button size="compact-xs" variant="light" aria-label={`${registerText.show}: ${registerText.whoWasCertified}`} onClick={() => setOpen(true)}>
            {registerText.show}
          </Button>
        )
      }
    >
      {open && <People visit={visit} names={names} />}
    </Section>
  )
}
