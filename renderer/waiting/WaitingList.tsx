import { ActionIcon, Button } from '@mantine/core'
import { useState } from 'react'
import type { WaitingLine } from '../../shared/contract/waiting.ts'
import { dayMs } from '../../shared/domain/time/instant.ts'
import type { PlainDate, WallDateTime, WallTime } from '../../shared/domain/time/values.ts'
import { parseWallDateTime, wallDateTime } from '../../shared/domain/time/wallClock.ts'
import { wallWords } from '../../shared/text/en/dates.ts'
import { fullName, listName } from '../../shared/text/en/names.ts'
import { waitingText } from '../../shared/text/en/waiting.ts'
import { useDesk, useRead } from '../client.ts'
import { screen, useScreen, useWhere } from '../screen.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { DateField } from '../ui/DateField.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { CloseIcon } from '../ui/icons.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Section } from '../ui/Section.tsx'
import { Shown } from '../ui/Shown.tsx'
import { TimeField } from '../ui/TimeField.tsx'
import { useNow } from '../ui/useNow.ts'
import { FreePlace } from './FreePlace.tsx'
import { OfferSteps } from './OfferSteps.tsx'
import { useWaitingSteps } from './useWaitingSteps.ts'
import { useAsks } from './waitingWords.ts'
import './waiting.css'

function FindCandidates({ called }: { readonly called: ReturnType<typeof useAsks>['called'] }) {
  const { locationId, today, date } = useWhere()
  const [day, setDay] = useState<PlainDate | null>(date)
  const [time, setTime] = useState<WallTime | null>(null)
  const [start, setStart] = useState<WallDateTime | null>(null)
  return (
    <Section title={waitingText.findTitle} hint={waitingText.findHint} level={2}>
      <form
        className="field-row waiting-find"
        onSubmit={event => {
          event.preventDefault()
          if (day !== null && time !== null) setStart(wallDateTime(day, time))
        }}
      >
        <DateField label={waitingText.day} value={day} today={today} onChange={setDay} />
        <TimeField className="fixed" label={waitingText.time} value={time} onChange={setTime} />
        <Button className="fixed" type="submit" variant="default" mt={20} disabled={day === null || time === null}>{waitingText.find}</Button>
      </form>
      {start !== null && <FreePlace key={start} place={{ locationId, start, performerId: null, roomId: null }} called={called} />}
    </Section>
  )
}

/** Everybody who would come sooner, and for whom a place is that became free. */
export function WaitingList() {
  const { client, may } = useDesk()
  const now = useNow()
  const drawer = useScreen(state => state.drawer)
  const steps = useWaitingSteps()
  const { called, asksOf } = useAsks()
  const read = useRead(['waiting', 'list'], () => client.waiting.list({ patientId: null }))
  const write = may('appointment.write')
  const visitWords = ({ visitStart }: WaitingLine): string => {
    const start = visitStart === null ? null : parseWallDateTime(visitStart)
    return start === null ? '' : wallWords(start)
  }
  return (
    <div className="screen-body waiting-tab">
      <ProblemNotice problem={steps.problem} />
      <Shown read={read}>
        {lines => lines.length === 0 ? <EmptyState title={waitingText.empty} hint={waitingText.emptyHint} /> : (
          <>
            <DataTable
              caption={waitingText.list} rows={lines} rowKey={line => line.entry.id} name={line => listName(line.patientName)}
              open={line => screen.open({ kind: 'patient', id: line.entry.patientId })} isOpen={line => drawer?.kind === 'patient' && drawer.id === line.entry.patientId}
              columns={[
                { title: waitingText.columns.patient, width: '20%', cell: line => <div className="quiet nowrap">{line.telephone}</div> },
                { title: waitingText.columns.service, width: '18%', cell: line => called.service(line.entry.serviceTypeId) },
                { title: waitingText.columns.asks, cell: line => asksOf(line.entry) },
                { title: waitingText.columns.waited, width: '84px', cell: line => waitingText.waited(Math.max(0, Math.floor((now - line.entry.since) / dayMs))) },
                { title: waitingText.columns.visit, width: '120px', cell: line => <span className="numeric">{visitWords(line)}</span> },
                {
                  title: waitingText.columns.offers, width: '20%',
                  cell: line => (
                    <>
                      <ul className="waiting-offers quiet">
                        {line.entry.offers.filter(offer => offer.outcome !== 'open').map(offer => <li key={offer.at}>{waitingText.offerLine(offer.start, waitingText.outcomes[offer.outcome])}</li>)}
                      </ul>
                      {write && <OfferSteps line={line} steps={steps} />}
                    </>
                  ),
                },
                ...(write ? [{
                  title: waitingText.columns.steps, width: '44px',
                  cell: (line: WaitingLine) => <ActionIcon variant="subtle" color="gray" size={26} aria-label={waitingText.remove(fullName(line.patientName))} onClick={() => steps.withdraw(line)}><CloseIcon size={14} /></ActionIcon>,
                }] : []),
              ]}
            />
            <FindCandidates called={called} />
          </>
        )}
      </Shown>
    </div>
  )
}
