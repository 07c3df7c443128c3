import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type AlertDays } from '../../shared/domain/alert.ts'
import { alertText, endWords } from '../../shared/text/en/alerts.ts'
import { staffText } from '../../shared/text/en/staff.ts'
import { useDesk, useRead } from '../client.ts'
import { screen } from '../screen.ts'
import type { Told } from '../alerts/useAlerts.ts'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { MayButton } from '../ui/MayButton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Section } from '../ui/Section.tsx'
import { Shown } from '../ui/Shown.tsx'
import { useSave } from '../ui/useSave.ts'
import type { Register } from './register.ts'

/** The days that somebody typed, or null when they are none. */
function daysIn(text: string): readonly number[] | null {
  const words = text.split(/[\s,;]+/).filter(word => word !== '')
  const days = words.map(Number)
  return words.length <= 20 && words.every(word => /^\d{1,3}$/.test(word)) && days.every(day => day <= 730) ? days : null
}

function DaysRow({ name, days, again }: { readonly name: string; readonly days: AlertDays; readonly again: () => void }) {
  const { client, may } = useDesk()
  const state = useSave()
  const kept = days.days.join(', ')
  const [text, setText] = useState(kept)
  const read = daysIn(text)
  const save = async () => {
    if (read === null) return
    const saved = await state.save(() => client.alert.setDays({ id: days.id, version: days.version, days: read }))
    if (saved === null) return
    screen.say(alertText.saved(name))
    setText(saved.days.join(', '))
    again()
  }
  return (
    <>
      <div className="field-row">
        <TextInput
          maw={420} label={name} aria-label={alertText.daysOf(name)} value={text} error={read === null ? alertText.daysUnreadable : undefined} readOnly={!may('certification.write')}
          onChange={event => setText(event.currentTarget.value)} onKeyDown={event => { if (event.key === 'Enter') void save() }}
        />
        {text !== kept && (
          <MayButton className="fixed" mt={23} loading={state.saving} refusal={read === null ? alertText.daysUnreadable : null} onClick={() => void save()}>{alertText.save}</MayButton>
        )}
      </div>
      <ProblemNotice problem={state.problem} again={again} />
    </>
  )
}

/** What was told about certifications that end, and on which days it is told. */
export function Alerts({ register }: { readonly register: Register }) {
  const { client } = useDesk()
  const alerts = useRead(['alert', 'list'], () => client.alert.list({}))
  const names = new Map(register.certificationTypes.filter(type => type.active).map(type => [type.id, type.name]))
  return (
    <Shown read={alerts}>
      {({ given, today, days }) => {
        const columns: readonly Column<Told>[] = [
          { title: alertText.person, width: '24%', cell: row => row.holder },
          { title: alertText.certification, width: '34%', cell: row => row.certification },
          { title: alertText.ends, cell: row => endWords(row.news.kind, row.news.ends, today) },
          { title: alertText.atStake, width: '120px', numeric: true, cell: row => row.news.visits },
          {
            title: staffText.tabs.people, width: '90px',
            cell: row => (
              <Button size="compact-xs" variant="default" aria-label={`${alertText.open}: ${row.holder}`} onClick={() => screen.open({ kind: 'practitioner', id: row.news.practitionerId })}>{alertText.open}</Button>
            ),
          },
        ]
        return (
          <div className="alerts-parts">
            <Section level={2} title={alertText.given} hint={alertText.givenHint}>
              {given.length === 0
                ? <EmptyState title={alertText.none} hint={alertText.noneHint} />
                : <DataTable caption={alertText.given} columns={columns} rows={given} rowKey={row => `${row.news.qualificationId} ${row.news.kind}`} />}
            </Section>
            <Section level={2} title={alertText.days} hint={alertText.daysHint}>
              {days.flatMap(one => {
                const name = names.get(one.id)
                return name === undefined ? [] : [<DaysRow key={`${one.id} ${one.version}`} name={name} days={one} again={alerts.again} />]
              })}
            </Section>
          </div>
        )
      }}
    </Shown>
  )
}
