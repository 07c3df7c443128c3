import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type KeyboardEvent, useState } from 'react'
import type { Patient } from '../../shared/domain/person.ts'
import { dateWords } from '../../shared/text/en/dates.ts'
import { listName } from '../../shared/text/en/names.ts'
import { patientsText } from '../../shared/text/en/patients.ts'
import { waitingText } from '../../shared/text/en/waiting.ts'
import { useDesk, useRead } from '../client.ts'
import { screen, useScreen } from '../screen.ts'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PlusIcon, SearchIcon } from '../ui/icons.tsx'
import { MayButton } from '../ui/MayButton.tsx'
import { Shown } from '../ui/Shown.tsx'
import { WaitingList } from '../waiting/WaitingList.tsx'
import { RegisterPatient } from './RegisterPatient.tsx'
import './patients.css'

const columns: readonly Column<Patient>[] = [
  {
    title: patientsText.name,
    width: '32%',
    cell: patient =>
      patient.status === 'active' ? null : (
        <span className="quiet"> · {patient.status === 'inactive' ? patientsText.inactive : patientsText.error}</span>
      ),
  },
  {
    title: patientsText.birthDate,
    width: '14%',
    cell: patient => (patient.birthDate === null ? null : <span className="nowrap">{dateWords(patient.birthDate)}</span>),
  },
  { title: patientsText.telephone, width: '20%', cell: patient => <span className="nowrap">{patient.telephone}</span> },
  { title: patientsText.numbers, cell: patient => patient.identifiers.map(one => one.value).join(', ') },
]

const open = (patient: Patient) => screen.open({ kind: 'patient', id: patient.id })

function toFirstRow(event: KeyboardEvent<HTMLInputElement>, rows: readonly Patient[]): void {
  const [first] = rows
  if (event.key === 'ArrowDown') {
    event.preventDefault()
    document.querySelector<HTMLElement>('.patients-found button.row-open')?.focus()
  } else if (event.key === 'Enter' && first !== undefined) open(first)
}

type NobodyProps = { readonly text: string; readonly mayWrite: boolean }

function Nobody({ text, mayWrite }: NobodyProps) {
  if (text === '') return <EmptyState title={patientsText.empty} hint={patientsText.emptyHint} />
  return (
    <EmptyState title={patientsText.nothing(text)} hint={patientsText.nothingHint}>
      {mayWrite && (
        <Button variant="light" leftSection={<PlusIcon size={14} />} onClick={screen.register}>
          {patientsText.registerNamed(text)}
        </Button>
      )}
    </EmptyState>
  )
}

/** Finding patients as one types, and registering new ones. */
export function PatientsScreen() {
  const { client, may } = useDesk()
  const drawer = useScreen(state => state.drawer)
  const registering = useScreen(state => state.registering)
  const [chosen, setTab] = useState<'all' | 'waiting'>('all')
  // Whoever registers a patient sees the form.
  const tab = registering ? 'all' : chosen
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 100)
  const input = { text: asked, limit: 50 }
  const found = useRead(['patient', 'find', input], () => client.patient.find(input), { keep: true })
  const mayWrite = may('patient.write')
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{patientsText.title}</h1>
        <SegmentedControl
          size="xs" aria-label={waitingText.tabs} value={tab} data={[{ value: 'all', label: waitingText.all }, { value: 'waiting', label: waitingText.tab }]}
          onChange={next => screen.unlessUnsaved(() => setTab(next === 'waiting' ? 'waiting' : 'all'))}
        />
        <MayButton leftSection={<PlusIcon size={14} />} refusal={mayWrite ? null : patientsText.mayNot} onClick={screen.register}>
          {patientsText.register}
        </MayButton>
      </header>
      {tab === 'waiting' ? <WaitingList /> : <>
      <div className="patients-search">
        <TextInput
          type="search"
          size="sm"
          aria-label={patientsText.search}
          placeholder={patientsText.search}
          leftSection={<SearchIcon size={16} />}
          autoFocus={!registering}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
          onKeyDown={event => toFirstRow(event, found.value ?? [])}
        />
        <span className="quiet" role="status">
          {asked === '' || found.value === null ? patientsText.listLast : patientsText.results(found.value.length)}
        </span>
      </div>
      <div className="screen-body patients-found">
        {registering && (
          <RegisterPatient
            searched={text}
            close={screen.registered}
            registered={patient => {
              screen.registered()
              open(patient)
            }}
          />
        )}
        <Shown read={found}>
          {patients =>
            patients.length === 0 ? (
              registering ? null : (
                <Nobody text={asked} mayWrite={mayWrite} />
              )
            ) : (
              <DataTable
                caption={asked === '' ? patientsText.listLast : patientsText.list}
                columns={columns}
                rows={patients}
                rowKey={patient => patient.id}
                name={patient => listName(patient.name)}
                open={open}
                isOpen={patient => drawer?.kind === 'patient' && drawer.id === patient.id}
              />
            )
          }
        </Shown>
      </div>
      </>}
    </div>
  )
}
