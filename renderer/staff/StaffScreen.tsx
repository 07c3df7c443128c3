import { SegmentedControl, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { staffText, typeText } from '../../shared/text/en/staff.ts'
import { useDesk } from '../client.ts'
import { screen } from '../screen.ts'
import { PlusIcon, SearchIcon } from '../ui/icons.tsx'
import { MayButton } from '../ui/MayButton.tsx'
import { Shown } from '../ui/Shown.tsx'
import { CertificationTypes } from './CertificationTypes.tsx'
import { PeopleList } from './PeopleList.tsx'
import { NewPractitioner } from './PractitionerForm.tsx'
import { Rota } from './rota/Rota.tsx'
import { useRegister } from './register.ts'
import { RegisterReport } from './RegisterReport.tsx'
import './staff.css'

type Tab = 'people' | 'rota' | 'types' | 'register'
const isTab = (text: string): text is Tab => text === 'people' || text === 'rota' || text === 'types' || text === 'register'

/** Who may inject what, until when, and what hangs on it. */
export function StaffScreen() {
  const { may } = useDesk()
  const register = useRegister()
  const [tab, setTab] = useState<Tab>('people')
  const [filter, setFilter] = useState('')
  const [showLeft, setShowLeft] = useState(false)
  const [adding, setAdding] = useState(false)
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{staffText.title}</h1>
        {tab === 'people' && (
          <>
            <Switch
              size="xs"
              label={staffText.showLeft}
              checked={showLeft}
              onChange={event => setShowLeft(event.currentTarget.checked)}
            />
            <TextInput
              w={200}
              type="search"
              aria-label={staffText.filter}
              placeholder={staffText.filter}
              leftSection={<SearchIcon size={14} />}
              value={filter}
              onChange={event => setFilter(event.currentTarget.value)}
            />
          </>
        )}
        <SegmentedControl
          size="xs"
          aria-label={staffText.title}
          value={tab}
          onChange={next => {
            if (isTab(next))
              screen.unlessUnsaved(() => {
                setTab(next)
                setAdding(false)
              })
          }}
          data={[
            { value: 'people', label: staffText.tabs.people },
            { value: 'rota', label: staffText.tabs.rota },
            { value: 'types', label: staffText.tabs.types },
            { value: 'register', label: staffText.tabs.register },
          ]}
        />
        {tab === 'people' && (
          <MayButton
            leftSection={<PlusIcon size={14} />}
            refusal={may('practitioner.write') ? null : staffText.mayNotEditStaff}
            onClick={() => screen.unlessUnsaved(() => setAdding(true))}
          >
            {staffText.addPerson}
          </MayButton>
        )}
        {tab === 'types' && (
          <MayButton
            leftSection={<PlusIcon size={14} />}
            refusal={may('certification.write') ? null : staffText.mayNotCertify}
            onClick={() => screen.unlessUnsaved(() => setAdding(true))}
          >
            {typeText.add}
          </MayButton>
        )}
      </header>
      <div className="screen-body">
        {tab === 'rota' ? <Rota /> : <Shown read={register}>
          {value =>
            tab === 'people' ? (
              <>
                {adding && (
                  <NewPractitioner
                    close={() => setAdding(false)}
                    added={practitioner => {
                      setAdding(false)
                      screen.open({ kind: 'practitioner', id: practitioner.id })
                    }}
                  />
                )}
                <PeopleList register={value} filter={filter} showLeft={showLeft} />
              </>
            ) : tab === 'register' ? (
              <RegisterReport />
            ) : (
              <CertificationTypes register={value} adding={adding} close={() => setAdding(false)} />
            )
          }
        </Shown>}
      </div>
    </div>
  )
}
