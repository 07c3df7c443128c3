import { memo } from 'react'
import type { Badge } from '../../../shared/contract/schedule.ts'
import type { PlainDate } from '../../../shared/domain/time/values.ts'
import { addDays } from '../../../shared/domain/time/plainDate.ts'
import { dateWords } from '../../../shared/text/en/dates.ts'
import { badgeLetters, gridText } from '../../../shared/text/en/day.ts'
import { fullName, roleWords } from '../../../shared/text/en/names.ts'
import type { DayNames } from '../names.ts'
import type { Column } from './columns.ts'

type GridHeadsProps = { readonly columns: readonly Column[]; readonly names: DayNames; readonly date: PlainDate }

/** A certificate that ends within this many days is worth a look. */
const endsSoonDays = 30

function badgeTitle(badge: Badge, names: DayNames): string {
  return gridText.badge(names.competence(badge.competence), badge.lastDay === null ? null : dateWords(badge.lastDay))
}

function columnTitle(column: Column): string {
  if (column.person !== null) return fullName(column.person.name)
  if (column.room !== null) return column.room.name
  return column.kind === 'unassigned' ? gridText.unassigned : gridText.noRoom
}

/** What the columns are called, as the live region says it. */
export const columnName = columnTitle

function Head({
  column,
  index,
  names,
  date,
}: {
  readonly column: Column
  readonly index: number
  readonly names: DayNames
  readonly date: PlainDate
}) {
  const { person } = column
  const soon = addDays(date, endsSoonDays)
  return (
    <div role="columnheader" aria-colindex={index + 2} className={`grid-head grid-head-${column.kind}`}>
      <strong>
        <bdi>{columnTitle(column)}</bdi>
      </strong>
      {person !== null && (
        <>
          <span className="grid-role">
            {person.roles.map(role => roleWords[role]).join(', ')}
            {column.onCall ? ` · ${gridText.onCall}` : ''}
          </span>
          <span className="grid-badges">
            {person.badges.length === 0 && <span className="grid-badge-none">{gridText.none}</span>}
            {person.badges.map(badge => (
              <abbr
                key={`${badge.competence}-${badge.certificationTypeId}`}
                title={badgeTitle(badge, names)}
                className={badge.lastDay !== null && badge.lastDay <= soon ? 'grid-badge grid-badge-soon' : 'grid-badge'}
              >
                {badgeLetters(names.competence(badge.competence))}
              </abbr>
            ))}
          </span>
        </>
      )}
      {column.kind === 'unassigned' && <span className="grid-role">{gridText.unassignedHint}</span>}
      {column.kind === 'no-room' && <span className="grid-role">{gridText.noRoomHint}</span>}
    </div>
  )
}

/** The row of column headings: who, in what role, certified for what. */
export const GridHeads = memo(function GridHeads({ columns, names, date }: GridHeadsProps) {
  return (
    <div role="row" className="grid-heads" aria-rowindex={1}>
      <div role="columnheader" aria-colindex={1} className="visually-hidden">
        {gridText.time}
      </div>
      {columns.map((column, index) => (
        <Head key={column.key} column={column} index={index} names={names} date={date} />
      ))}
    </div>
  )
})
