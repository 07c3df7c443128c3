import type { Visit } from '../../shared/contract/schedule.ts'
import type { Override } from '../../shared/domain/appointment.ts'
import { overrideState, type OverrideState } from '../../shared/domain/override.ts'
import { instant } from '../../shared/domain/time/instant.ts'
import type { Instant } from '../../shared/domain/time/values.ts'
import { dateAt } from '../../shared/domain/time/wallClock.ts'
import { instantWords, wallWordsWithYear } from '../../shared/text/en/dates.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { overridesText, signsInWords, standsWords } from '../../shared/text/en/overrides.ts'
import { staffingSentence } from '../../shared/text/staffing.ts'
import { useDesk, useRead } from '../client.ts'
import { dayNames, staffingNames } from '../day/names.ts'
import { noteDone } from '../day/useVisitSteps.ts'
import { fontsFor } from '../paper/fonts.ts'
import { listDocument, type PaperTable } from '../paper/listDocument.ts'
import { usePaperSettings } from '../paper/usePaperSettings.ts'
import { screen, useWhere } from '../screen.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { MayButton } from '../ui/MayButton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SheetButtons } from '../ui/SheetButtons.tsx'
import { Shown } from '../ui/Shown.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { useSave } from '../ui/useSave.ts'
import { useSheet } from '../ui/useSheet.ts'

type Line = { readonly visit: Visit; readonly override: Override; readonly state: OverrideState; readonly flag: string }

/** Every visit still to come that stands on somebody's word: who let it stand, why, against which flag, and how long. */
export function OverridesView() {
  const { client, may } = useDesk()
  const { today, locations } = useWhere()
  const { printing } = usePaperSettings()
  const sheet = useSheet()
  const save = useSave()
  const read = useRead(['appointment', 'overrides'], () => client.appointment.overrides({}))
  const staff = useRead(['staff', 'read'], () => client.staff.read({}))
  const services = useRead(['serviceType', 'list'], () => client.serviceType.list({}))
  const names = dayNames({ people: [], rooms: [], serviceTypes: services.value ?? [] }, staff.value ?? { practitioners: [], competences: [] })
  const sentences = staffingNames(names, [], today)

  const linesOf = ({ visits, now }: { readonly visits: readonly Visit[]; readonly now: Instant }): readonly Line[] => visits.flatMap((visit) => {
    const { verdict, findings, appointment } = visit
    const { override, performerId, zone } = appointment
    if (override === null || verdict === null) return []
    const state = overrideState(override, { verdict, findings }, performerId, dateAt(now, zone))
    return [{ visit, override, state, flag: state.kind === 'not-needed' ? overridesText.notFlagged : staffingSentence(verdict, appointment, sentences) }]
  })
  const whenAndWhere = ({ appointment }: Visit): string => [
    wallWordsWithYear(appointment.start), names.service(appointment.serviceTypeId),
    ...(locations.length > 1 ? [locations.find(location => location.id === appointment.locationId)?.name ?? ''] : []),
  ].join(', ')
  const given = ({ visit, override }: Line): string => overridesText.by(override.byName, instantWords(instant(override.at), visit.appointment.zone))

  const withdraw = async ({ appointment: { id, version } }: Visit): Promise<void> => {
    const after = await save.save(() => client.appointment.withdrawOverride({ id, version }))
    if (after !== null) noteDone(client, overridesText.withdrawn(fullName(after.patientName)), after)
  }
  const paper = async (lines: readonly Line[]) => {
    const table: PaperTable = {
      heading: overridesText.title,
      columns: [overridesText.visit, overridesText.flag, overridesText.givenFor, overridesText.given, overridesText.reason, overridesText.until],
      rows: lines.map(line => [
        `${whenAndWhere(line.visit)}: ${fullName(line.visit.patientName)}`, line.flag, signsInWords(line.override.against), given(line), line.override.reason,
        standsWords(line.state, line.override.through),
      ]),
    }
    return listDocument(overridesText.title, [table], printing.page, await fontsFor(table.rows.flat().join(' ')), overridesText.file)
  }

  return (
    <>
      <p className="quiet">{overridesText.lead}</p>
      {sheet.failed !== null && <p className="notice notice-red" role="alert">{sheet.failed}</p>}
      <ProblemNotice problem={save.problem} />
      <Shown read={read}>
        {(value) => {
          const lines = linesOf(value)
          if (lines.length === 0) return <EmptyState title={overridesText.none} hint={overridesText.noneHint} />
          return (
            <>
              <div className="ahead-tools ahead-tools-end"><SheetButtons sheet={sheet} disabled={services.value === null} make={() => paper(lines)} /></div>
              <DataTable
                caption={overridesText.title} rows={lines} rowKey={line => line.visit.appointment.id}
                name={line => fullName(line.visit.patientName)} open={line => screen.open({ kind: 'visit', id: line.visit.appointment.id })}
                columns={[
                  { title: overridesText.visit, width: '20%', cell: line => <div className="quiet">{whenAndWhere(line.visit)}</div> },
                  { title: overridesText.flag, width: '24%', cell: line => <StateMark kind={line.state.kind === 'not-needed' ? 'good' : 'flag'}>{line.flag}</StateMark> },
                  { title: overridesText.reason, cell: line => line.override.reason },
                  { title: overridesText.given, width: '16%', cell: line => <>{given(line)}<div className="quiet">{signsInWords(line.override.against)}</div></> },
                  {
                    title: overridesText.until, width: '15%',
                    cell: line => <StateMark kind={line.state.kind === 'stands' ? 'fragile' : line.state.kind === 'not-needed' ? 'off' : 'flag'}>{standsWords(line.state, line.override.through)}</StateMark>,
                  },
                  {
                    title: overridesText.withdraw, width: '96px',
                    cell: line => (
                      <MayButton
                        size="compact-xs" variant="default" aria-label={overridesText.withdrawOf(fullName(line.visit.patientName))}
                        refusal={may('appointment.override') ? null : overridesText.mayNotWithdraw} onClick={() => void withdraw(line.visit)}
                      >
                        {overridesText.withdraw}
                      </MayButton>
                    ),
                  },
                ]}
              />
            </>
          )
        }}
      </Shown>
    </>
  )
}
