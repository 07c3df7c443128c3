import { useState } from 'react'
import type { PractitionerId } from '../../../shared/domain/ids.ts'
import type { Availability } from '../../../shared/domain/rota/availability.ts'
import { dayWordsWithYear, weekdayWord } from '../../../shared/text/en/dates.ts'
import { availabilityText, rotaText, weekHours } from '../../../shared/text/en/rota.ts'
import { useDesk, useRead } from '../../client.ts'
import { MayButton } from '../../ui/MayButton.tsx'
import { Section } from '../../ui/Section.tsx'
import { Shown } from '../../ui/Shown.tsx'
import { AvailabilityForm } from './AvailabilityForm.tsx'

function linesOf({ weekly, dated }: Availability): readonly string[] {
  const wish = (one: { readonly wish: keyof typeof availabilityText.wishes }): string => availabilityText.wishes[one.wish]
  return [
    ...weekly.toSorted((a, b) => a.weekday - b.weekday).map(one => availabilityText.line(weekdayWord(one.weekday), one.start, one.end, wish(one))),
    ...dated.map(one => availabilityText.line(dayWordsWithYear(one.date), one.start, one.end, wish(one))),
  ]
}

/** When somebody could work, and how much. */
export function AvailabilitySection({ practitionerId }: { readonly practitionerId: PractitionerId }) {
  const { client, may } = useDesk()
  const read = useRead(['availability', 'list'], () => client.availability.list({}))
  const [open, setOpen] = useState(false)
  const own = read.value?.find(one => one.practitionerId === practitionerId) ?? null
  return (
    <Section
      title={availabilityText.title} hint={availabilityText.hint}
      actions={open || read.value === null ? undefined : (
        <MayButton size="compact-xs" variant="light" refusal={may('shift.write') ? null : rotaText.mayNot} onClick={() => setOpen(true)}>
          {own === null ? availabilityText.record : availabilityText.change}
        </MayButton>
      )}
    >
      <Shown read={read}>
        {() => open
          ? <AvailabilityForm practitionerId={practitionerId} availability={own} close={() => setOpen(false)} />
          : own === null ? <p className="quiet">{availabilityText.none}</p> : (
            <ul className="line-list">
              {linesOf(own).map(line => <li key={line}><span className="line-words">{line}</span></li>)}
              <li>
                <span className="line-words quiet">
                  {availabilityText.limits(own.maxWeekMinutes === null ? null : weekHours(own.maxWeekMinutes), weekHours(own.restMinutes))}{own.note === '' ? '' : ` · ${own.note}`}
                </span>
              </li>
            </ul>
          )}
      </Shown>
    </Section>
  )
}
