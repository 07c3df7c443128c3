import { Button, Progress } from '@mantine/core'
import { useEffect } from 'react'
import type { Affected } from '../../shared/contract/sickCall.ts'
import type { AppointmentId } from '../../shared/domain/ids.ts'
import type { Option } from '../../shared/domain/sickCall/option.ts'
import type { SickSpell } from '../../shared/domain/sickCall/sickCall.ts'
import { sickCallText } from '../../shared/text/en/sickCall.ts'
import { problemSentence } from '../../shared/text/problems.ts'
import { useDesk, useRead } from '../client.ts'
import { screen } from '../screen.ts'
import { MayButton } from '../ui/MayButton.tsx'
import { ProblemNotice, ReadNotice } from '../ui/ProblemNotice.tsx'
import { Shown } from '../ui/Shown.tsx'
import { useSave } from '../ui/useSave.ts'
import type { SickCallSession } from './sickCallDraft.ts'
import { SickCallRow } from './SickCallRow.tsx'
import type { Called } from './sickCallWords.ts'

type PlanProps = { readonly spell: SickSpell; readonly session: SickCallSession; readonly called: Called }

/** What a sick call means, and where everything would go: accepted whole, in part, or changed by hand. */
export function SickCallPlan(props: PlanProps) {
  const { client } = useDesk()
  const read = useRead(['sickCall', 'look', props.spell], () => client.sickCall.look(props.spell))
  return <Shown read={read}>{({ visits, recorded }) => <Planned {...props} rows={visits} recorded={recorded} />}</Shown>
}

const proofs = { optimal: sickCallText.proven, 'best-found': () => sickCallText.bestFound, 'gave-up': () => sickCallText.gaveUp } as const

function Planned({ spell, session, called, rows, recorded }: PlanProps & { readonly rows: readonly Affected[]; readonly recorded: boolean }) {
  const { client, may } = useDesk()
  const { save, saving, problem } = useSave()
  const byHand = [...session.byHand].filter(([id]) => rows.some(row => row.visit.appointment.id === id)).map(([id, option]) => ({ id, option }))
  const versions = rows.map(row => row.visit.appointment.version)
  // Not asked anew whenever anything is saved anywhere, but when these visits or what was chosen for them changed.
  const plan = useRead(['sickPlan', spell, byHand, versions], () => client.sickCall.plan({ ...spell, byHand }), { when: rows.length > 0, keep: true })
  const busy = plan.loading || plan.refreshing
  useEffect(() => {
    if (!busy) return
    screen.run({ id: 'sick-call', label: sickCallText.planning(rows.length), share: null })
    return () => screen.finish('sick-call')
  }, [busy, rows.length])

  const line = (id: AppointmentId) => plan.value?.lines.find(each => each.id === id)
  const optionOf = (id: AppointmentId): Option | null => session.byHand.get(id) ?? (session.byHand.has(id) ? null : (line(id)?.option ?? null))
  const movable = rows.filter(row => optionOf(row.visit.appointment.id) !== null)
  const chosen = movable.filter(row => !session.left.has(row.visit.appointment.id))
  const toggle = (id: AppointmentId, taken: boolean) => session.leave(new Set(taken ? [...session.left].filter(each => each !== id) : [...session.left, id]))
  const apply = async () => {
    const lines = chosen.flatMap(({ visit: { appointment: { id, version } } }) => {
      const option = optionOf(id)
      return option === null ? [] : [{ id, version, option }]
    })
    const done = await save(() => client.sickCall.apply({ ...spell, note: '', lines }))
    if (done === null) return plan.again()
    const { sickCall } = done
    session.show(sickCall.id)
    screen.did({
      label: sickCallText.applied(called.person(spell.practitionerId), lines.length),
      undo: async () => {
        const back = await client.sickCall.undo({ id: sickCall.id })
        return back.ok ? null : problemSentence(back.problem)
      },
    })
  }
  const hold = !may('appointment.write') ? sickCallText.mayNot : chosen.length === 0 && recorded ? sickCallText.nothingToApply : null
  const uncovered = rows.filter(row => row.uncovered).length
  return (
    <>
      <div aria-live="polite" className="sick-summary">
        <p><strong>{rows.length === 0 ? sickCallText.nobodyAffected : sickCallText.affected(rows.length, uncovered)}</strong></p>
        {recorded && <p className="quiet">{sickCallText.recorded}</p>}
        {rows.length > 0 && busy && <p>{sickCallText.planning(rows.length)} …</p>}
        {plan.value !== null && !busy && <p className="quiet">{proofs[plan.value.status](plan.value.weighed)}</p>}
      </div>
      {rows.length > 0 && busy && <Progress value={100} animated striped size="xs" aria-label={sickCallText.planning(rows.length)} />}
      <ReadNotice read={plan} />
      <ProblemNotice problem={problem} />
      {rows.length > 0 && (
        <>
          <div className="button-row sick-tools">
            <Button size="compact-xs" variant="default" onClick={() => session.leave(new Set())}>{sickCallText.includeAll}</Button>
            <Button size="compact-xs" variant="default" onClick={() => session.leave(new Set(rows.map(row => row.visit.appointment.id)))}>{sickCallText.includeNone}</Button>
            <span className="quiet">{sickCallText.chosen(chosen.length, rows.length)}</span>
            {byHand.length > 0 && <Button size="compact-xs" variant="subtle" onClick={session.forgetChoices}>{sickCallText.resetAll}</Button>}
            <Button size="compact-xs" variant="subtle" disabled={busy} onClick={plan.again}>{sickCallText.again}</Button>
          </div>
          <table className="data-table sick-table">
            <caption className="visually-hidden">{sickCallText.table}</caption>
            <thead>
              <tr>{Object.entries(sickCallText.columns).map(([key, title]) => (title === '' ? <td key={key} /> : <th key={key} scope="col">{title}</th>))}</tr>
            </thead>
            <tbody>
              {rows.map(row => {
                const { id } = row.visit.appointment
                return (
                  <SickCallRow
                    key={id} row={row} option={optionOf(id)} unplaced={line(id)?.unplaced ?? null} byHand={session.byHand.has(id)} planned={plan.value !== null} taken={!session.left.has(id)}
                    called={called} mayAsk={may('shift.write')} choose={option => session.choose(id, option)} take={taken => toggle(id, taken)}
                  />
                )
              })}
            </tbody>
          </table>
        </>
      )}
      <div className="button-row sick-go">
        <MayButton refusal={hold} loading={saving} disabled={busy} onClick={() => void apply()}>{sickCallText.apply(chosen.length, !recorded)}</MayButton>
      </div>
    </>
  )
}
