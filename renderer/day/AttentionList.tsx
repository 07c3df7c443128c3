import { Button, Popover } from '@mantine/core'
import { useState } from 'react'
import type { ScheduleDay, Visit } from '../../shared/contract/schedule.ts'
import { dayText } from '../../shared/text/en/day.ts'
import { screen } from '../screen.ts'
import { FlagIcon } from '../ui/icons.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { dayView } from './dayView.ts'
import { lookOf, markOf } from './look.ts'
import type { Names } from './useDayNames.ts'

type ListProps = {
  readonly label: string
  readonly short: string
  readonly visits: readonly Visit[]
  readonly names: Names
  readonly flagged: boolean
}

/** A button that says how many, and lists which: each leads to its visit. */
function VisitPopover({ label, short, visits, names, flagged }: ListProps) {
  const [open, setOpen] = useState(false)
  const go = (visit: Visit) => {
    setOpen(false)
    dayView.jumpTo(visit.appointment.id)
    screen.open({ kind: 'visit', id: visit.appointment.id })
  }
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="outline"
          color={flagged ? 'red' : 'teal'}
          leftSection={flagged ? <FlagIcon size={14} /> : null}
          aria-haspopup="dialog"
          aria-label={label}
          aria-expanded={open}
          onClick={() => setOpen(was => !was)}
        >
          {short}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="attention" aria-label={label}>
        <ul>
          {visits.map(visit => {
            const look = lookOf(visit, names.names, names.staffing)
            return (
              <li key={visit.appointment.id}>
                <button type="button" className="attention-visit" onClick={() => go(visit)}>
                  <span>
                    <strong>{look.time}</strong> <bdi>{look.patient}</bdi> <span className="quiet">{look.service}</span>
                  </span>
                  <span className={flagged ? 'attention-why' : 'quiet'}>{look.sentence}</span>
                </button>
              </li>
            )
          })}
        </ul>
      </Popover.Dropdown>
    </Popover>
  )
}

/** What of the day wants somebody's attention: flagged visits, visits that want a name, gaps. */
export function AttentionList({ day, names }: { readonly day: ScheduleDay; readonly names: Names }) {
  const flagged = day.visits.filter(visit => markOf(visit) === 'flagged')
  const assignable = day.visits.filter(visit => markOf(visit) === 'assignable')
  return (
    <>
      {flagged.length > 0 && (
        <VisitPopover
          label={dayText.attention(flagged.length)}
          short={dayText.attentionShort(flagged.length)}
          visits={flagged}
          names={names}
          flagged
        />
      )}
      {assignable.length > 0 && (
        <VisitPopover
          label={dayText.toName(assignable.length)}
          short={dayText.toNameShort(assignable.length)}
          visits={assignable}
          names={names}
          flagged={false}
        />
      )}
      {flagged.length === 0 && assignable.length === 0 && (
        <StateMark kind={day.visits.length === 0 ? 'off' : 'good'}>
          {day.visits.length === 0 ? dayText.attentionNoVisits : dayText.attentionNone}
        </StateMark>
      )}
    </>
  )
}
