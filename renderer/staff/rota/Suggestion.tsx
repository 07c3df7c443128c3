import { Checkbox, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { minutesIn } from '../../../shared/domain/time/interval.ts'
import { addMonths, dateFrom, dayNumber, monthOf, yearOf } from '../../../shared/domain/time/plainDate.ts'
import type { PlainDate } from '../../../shared/domain/time/values.ts'
import { dayWords, monthWords } from '../../../shared/text/en/dates.ts'
import { fullName } from '../../../shared/text/en/names.ts'
import { rotaText, shiftWords, suggestText } from '../../../shared/text/en/rota.ts'
import { type DeskClient, useDesk } from '../../client.ts'
import { useWhere } from '../../screen.ts'
import { Form } from '../../ui/Form.tsx'
import { useSave } from '../../ui/useSave.ts'
import type { PaintedCell } from '../../../shared/domain/rota/paint.ts'
import type { Rota } from './rotaView.ts'
import type { Painter } from './usePaint.ts'

type Answered<T> = T extends { readonly ok: true; readonly value: infer Value } ? Value : never
type Proposal = Answered<Awaited<ReturnType<DeskClient['rota']['suggest']>>>
type SuggestionProps = { readonly people: Rota['people']; readonly minimums: Rota['minimums']; readonly painter: Painter; readonly close: () => void }

const firstOf = (date: PlainDate): PlainDate => dateFrom(yearOf(date), monthOf(date), 1)
const daysOf = (month: PlainDate): number => dayNumber(addMonths(month, 1)) - dayNumber(month)
const shortMinutes = (unmet: Proposal['before']): number =>
  unmet.reduce((sum, { interval, present, wanted }) => sum + minutesIn([interval]) * (wanted - present), 0)
const proofs = { proven: suggestText.proven, 'by-week': suggestText.provenByWeek, 'best-found': suggestText.bestFound } as const

/** A proposal for a month: looked at shift by shift, accepted in whole or in part, and never applied unseen. */
export function Suggestion({ people, minimums, painter, close }: SuggestionProps) {
  const { client } = useDesk()
  const { locationId, date, today } = useWhere()
  const months = Array.from({ length: 6 }, (_, n) => addMonths(firstOf(today), n))
  const [month, setMonth] = useState(months.find(one => one === firstOf(date)) ?? firstOf(today))
  const [proposal, setProposal] = useState<Proposal | null>(null)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const { save, saving, problem, setProblem } = useSave()
  const ask = async () => {
    setProposal(null)
    // Nobody is asked to work yesterday.
    const from = month < today ? today : month
    const found = await save(() => client.rota.suggest({ locationId, from, days: daysOf(month) - (dayNumber(from) - dayNumber(month)) }))
    setLeft(new Set())
    setProposal(found)
  }
  const chosen = (proposal?.shifts ?? []).filter(shift => !left.has(shift.key))
  const accept = async () => {
    const cells: PaintedCell[] = []
    const now = await client.rota.read({ locationId, from: month, days: daysOf(month) })
    if (!now.ok) return setProblem(now.problem)
    for (const { practitionerId, date: day, start, end } of chosen) {
      const seen = now.value.cells.find(cell => cell.practitionerId === practitionerId && cell.date === day)?.shifts ?? []
      cells.push({ practitionerId, date: day, seen, shifts: [...seen, { start, end, presence: 'on-site' }] })
    }
    painter.paint(cells, suggestText.accepted(cells.length), close)
  }
  const nameOf = (id: string): string => {
    const person = people.find(one => one.id === id)
    return person === undefined ? '' : fullName(person.name)
  }
  return (
    <div className="inset-form">
      <Form name={suggestText.title} dirty={false} state={{ saving, problem }} submit={() => void ask()} submitLabel={suggestText.ask} cancel={close} hold={minimums.length === 0 ? suggestText.noMinimums : null}>
        <p className="quiet">{minimums.length === 0 ? suggestText.noMinimums : suggestText.hint}</p>
        <NativeSelect
          label={suggestText.month} value={month} data={months.map(one => ({ value: one, label: `${monthWords[monthOf(one) - 1] ?? ''} ${yearOf(one)}` }))}
          onChange={event => setMonth(months.find(one => one === event.currentTarget.value) ?? month)}
        />
      </Form>
      <div aria-live="polite">
        {saving && <p>{suggestText.working}</p>}
        {proposal !== null && proposal.before.length === 0 && <p>{suggestText.nothing}</p>}
        {proposal !== null && proposal.before.length > 0 && proposal.shifts.length === 0 && <p>{proposal.proof === 'best-found' ? suggestText.ranOut : suggestText.none}</p>}
        {proposal !== null && proposal.shifts.length > 0 && (
          <p>{suggestText.found(proposal.shifts.length, shortMinutes(proposal.before), shortMinutes(proposal.after))} {proofs[proposal.proof]}</p>
        )}
      </div>
      {proposal !== null && proposal.shifts.length > 0 && (
        <Form
          name={suggestText.title} dirty={chosen.length > 0} state={painter} submit={() => void accept()} submitLabel={suggestText.accept(chosen.length)}
          hold={chosen.length === 0 ? rotaText.nothingToDo : null} cancel={() => setProposal(null)}
        >
          <ul className="line-list">
            {proposal.shifts.map(shift => (
              <li key={shift.key}>
                <Checkbox
                  checked={!left.has(shift.key)} onChange={() => setLeft(was => (was.has(shift.key) ? new Set([...was].filter(key => key !== shift.key)) : new Set([...was, shift.key])))}
                  label={`${dayWords(shift.date)} ${shiftWords({ ...shift, presence: 'on-site' })} ${nameOf(shift.practitionerId)}${shift.ratherNot ? ` (${suggestText.ratherNot})` : ''}`}
                />
              </li>
            ))}
          </ul>
        </Form>
      )}
    </div>
  )
}
