import type { KeyboardEvent } from 'react'
import type { Practitioner } from '../../shared/domain/person.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { fullName, listWords, roleWords } from '../../shared/text/en/names.ts'
import { staffText } from '../../shared/text/en/staff.ts'
import { standingWords } from '../../shared/text/en/standing.ts'
import { screen, useScreen } from '../screen.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { CertificationBar } from './CertificationBar.tsx'
import type { Register } from './register.ts'
import { markOf, type StaffLine, staffLines } from './standing.ts'

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
const rolesOf = (practitioner: Practitioner): string =>
  listWords([...new Set(practitioner.roles.map(role => roleWords[role.role]))])
const fits = (line: StaffLine, filter: string): boolean =>
  folded(
    `${fullName(line.practitioner.name)} ${rolesOf(line.practitioner)} ${line.held.map(one => one.type?.name ?? '').join(' ')}`,
  ).includes(folded(filter.trim()))

function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button.row-open')]
  const at = buttons.findIndex(button => button === event.target)
  if (at < 0) return
  event.preventDefault()
  buttons[Math.max(0, Math.min(buttons.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))]?.focus()
}

type PersonProps = { readonly line: StaffLine; readonly today: PlainDate; readonly isOpen: boolean }

function Person({ line, today, isOpen }: PersonProps) {
  const { practitioner, held } = line
  const open = () => screen.open({ kind: 'practitioner', id: practitioner.id })
  return (
    <li
      className="person"
      data-open={isOpen || undefined}
      onClick={event => {
        if (!(event.target instanceof HTMLElement) || event.target.closest('button') === null) open()
      }}
    >
      <div className="person-who">
        <button type="button" className="row-open" aria-current={isOpen || undefined} onClick={open}>
          {fullName(practitioner.name)}
        </button>
        <span className="quiet">{practitioner.active ? rolesOf(practitioner) : staffText.left}</span>
      </div>
      <ul className="person-certs">
        {held.length === 0 && <li className="quiet">{staffText.noCertifications}</li>}
        {held.map(one => (
          <li key={one.qualification.id} className="cert-line">
            <span className="cert-name">{one.type?.name ?? ''}</span>
            <CertificationBar held={one} today={today} />
            <StateMark kind={markOf(one.standing)}>{standingWords(one.standing)}</StateMark>
            <span className="cert-visits numeric" title={one.visits > 0 ? staffText.visitsAtStakeLong(one.visits) : undefined}>
              {one.visits > 0 && (
                <>
                  {one.visits}
                  <span className="visually-hidden"> {staffText.visitsWord}</span>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </li>
  )
}

type PeopleListProps = { readonly register: Register; readonly filter: string; readonly showLeft: boolean }

/** Everybody with their certifications against today, the ones at stake first. */
export function PeopleList({ register, filter, showLeft }: PeopleListProps) {
  const drawer = useScreen(state => state.drawer)
  const lines = staffLines(register).filter(line => (showLeft || line.practitioner.active) && fits(line, filter))
  if (register.practitioners.length === 0) return <EmptyState title={staffText.empty} hint={staffText.emptyHint} />
  if (lines.length === 0) return <EmptyState title={staffText.noMatch} />
  return (
    <>
      <div className="people-head" aria-hidden="true">
        <span>{staffText.person}</span>
        <span className="people-head-certs">
          <span>{staffText.certifications}</span>
          <span className="people-today">{staffText.today}</span>
          <span />
          <span className="cert-visits">{staffText.visitsHang}</span>
        </span>
      </div>
      <ul className="people" aria-label={staffText.people} onKeyDown={moveFocus}>
        {lines.map(line => (
          <Person
            key={line.practitioner.id}
            line={line}
            today={register.today}
            isOpen={drawer?.kind === 'practitioner' && drawer.id === line.practitioner.id}
          />
        ))}
      </ul>
    </>
  )
}
