import type { Patient, Practitioner } from '../../shared/domain/person.ts'
import { dateWords } from '../../shared/text/en/dates.ts'
import { frameText } from '../../shared/text/en/frame.ts'
import { fullName, listWords, roleWords } from '../../shared/text/en/names.ts'
import { seriesText } from '../../shared/text/en/series.ts'
import { sickCallText } from '../../shared/text/en/sickCall.ts'
import { useDesk, useRead } from '../client.ts'
import { routes, screen } from '../screen.ts'
import { useOpenSickCall } from '../sickCall/sickCallDraft.ts'
import { screenPermission } from './access.ts'
import { lockWindow } from './lockWindow.ts'

/** One line of the search field's list. */
export type Found = {
  readonly key: string
  readonly group: 'actions' | 'staff' | 'patients'
  readonly name: string
  readonly hint: string
  readonly choose: () => void
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** Every typed word begins some word of the text. */
function fits(text: string, typed: string): boolean {
  const words = folded(text).split(/[\s-]+/)
  return folded(typed)
    .split(/\s+/)
    .every(part => words.some(word => word.startsWith(part)))
}

function useActions(): readonly Found[] {
  const { may } = useDesk()
  const sickCall = useOpenSickCall()
  const action = (key: string, name: string, choose: () => void): Found => ({ key, group: 'actions', name, hint: '', choose })
  return [
    ...(may('appointment.write') ? [action('book', frameText.bookVisit, () => screen.open({ kind: 'book', draft: {} }))] : []),
    ...(may('appointment.write') ? [action('series', seriesText.plan, () => screen.open({ kind: 'series', draft: {} }))] : []),
    ...(may('appointment.write') ? [action('sick-call', sickCallText.action, () => sickCall(null))] : []),
    ...(may('patient.write') ? [action('register', frameText.registerPatient, screen.register)] : []),
    ...routes
      .filter(route => may(screenPermission[route]))
      .map(route => action(`go ${route}`, frameText.goTo(frameText.routes[route]), () => screen.go(route))),
    action('lock', frameText.lockLong, () => void lockWindow()),
  ]
}

const patientFound = (patient: Patient): Found => ({
  key: `patient ${patient.id}`,
  group: 'patients',
  name: fullName(patient.name),
  hint: [patient.birthDate === null ? '' : dateWords(patient.birthDate), patient.telephone]
    .filter(part => part !== '')
    .join(' · '),
  choose: () => screen.open({ kind: 'patient', id: patient.id }),
})

const colleagueFound = (practitioner: Practitioner): Found => ({
  key: `practitioner ${practitioner.id}`,
  group: 'staff',
  name: fullName(practitioner.name),
  hint: listWords([...new Set(practitioner.roles.map(role => roleWords[role.role]))]),
  choose: () => screen.open({ kind: 'practitioner', id: practitioner.id }),
})

/** What the search field offers for what is typed; patients follow a moment behind, as `asked`. */
export function useFound(typed: string, asked: string): { readonly found: readonly Found[]; readonly looking: boolean } {
  const { client, may } = useDesk()
  const actions = useActions()
  const staff = useRead(['staff', 'read'], () => client.staff.read({}), { when: may('staff.read') && typed !== '' })
  const input = { text: asked, limit: 8 }
  const patients = useRead(['patient', 'find', input], () => client.patient.find(input), {
    when: may('patient.read') && asked !== '',
    keep: true,
  })
  if (typed === '') return { found: actions, looking: false }
  const people = asked === '' ? [] : (patients.value ?? [])
  const colleagues = (staff.value?.practitioners ?? [])
    .filter(one => one.active && fits(fullName(one.name), typed))
    .slice(0, 6)
    .map(colleagueFound)
  // Patients are found although mistyped; a colleague who is meant to the letter comes before those.
  const toTheLetter = people.some(patient => fits(fullName(patient.name), typed))
  const found = people.map(patientFound)
  return {
    found: [
      ...actions.filter(action => fits(action.name, typed)).slice(0, 4),
      ...(toTheLetter ? [...found, ...colleagues] : [...colleagues, ...found]),
    ],
    looking: patients.refreshing || asked !== typed,
  }
}
