import { Button, Checkbox } from '@mantine/core'
import type { Outputs } from '../../shared/contract/inferred.ts'
import type { SickCallCall } from '../../shared/contract/sickCall.ts'
import type { SickCallId } from '../../shared/domain/ids.ts'
import { choiceFor, settingOf } from '../../shared/domain/paper/printing.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { travelWords } from '../../shared/text/en/patients.ts'
import { sheetText } from '../../shared/text/en/paper.ts'
import { sickCallText, spellWords } from '../../shared/text/en/sickCall.ts'
import { cardWords } from '../../shared/text/paper/cardWords.ts'
import { CardList } from '../cards/CardsTab.tsx'
import { useDesk, useRead } from '../client.ts'
import { usePaperSettings } from '../paper/usePaperSettings.ts'
import { screen } from '../screen.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { PrintIcon } from '../ui/icons.tsx'
import { printPage } from '../ui/printPage.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Section } from '../ui/Section.tsx'
import { Shown } from '../ui/Shown.tsx'
import { useSave } from '../ui/useSave.ts'
import { useSheet } from '../ui/useSheet.ts'
import { FreePlace } from '../waiting/FreePlace.tsx'
import { useFreed } from '../waiting/FreedPlaces.tsx'
import { afterWords, callSheet } from './callSheet.ts'
import type { Called } from './sickCallWords.ts'

type AnsweredProps = { readonly id: SickCallId; readonly called: Called; readonly another: () => void }

/** After a sick call was answered: whom to telephone, and which cards to print again. */
export function Answered({ id, called, another }: AnsweredProps) {
  const { client } = useDesk()
  const read = useRead(['sickCall', 'read', { id }], () => client.sickCall.read({ id }))
  return <Shown read={read}>{value => <Calls {...value} called={called} another={another} />}</Shown>
}

function Cards({ calls }: { readonly calls: readonly SickCallCall[] }) {
  const { client } = useDesk()
  const ids = calls.filter(call => call.after !== null).map(call => call.id)
  const read = useRead(['card', 'batch', ids], () => client.card.batch({ ids }), { when: ids.length > 0 })
  if (ids.length === 0) return null
  return <Section title={sickCallText.cardsTitle} level={2}><Shown read={read}>{rows => <CardList rows={rows} dated />}</Shown></Section>
}

function Freed({ id, called }: { readonly id: SickCallId; readonly called: Called }) {
  const places = useFreed({ sickCallId: id })
  if (places === null) return null
  return (
    <Section title={sickCallText.freedTitle} hint={sickCallText.freedHint} level={2}>
      {places.length === 0 && <p className="quiet">{sickCallText.freedNone}</p>}
      {places.map(place => <FreePlace key={`${place.start} ${place.performerId ?? ''}`} place={place} called={called} title={sickCallText.when(place.start)} />)}
    </Section>
  )
}

function Calls({ sickCall, calls, called, another }: Outputs['sickCall']['read'] & Omit<AnsweredProps, 'id'>) {
  const { client, may } = useDesk()
  const { printing } = usePaperSettings()
  const { save, saving, problem } = useSave()
  const heading = sickCallText.sheetHeading(called.person(sickCall.practitionerId), spellWords(sickCall.start, sickCall.end))
  const write = may('appointment.write')
  const seen = { id: sickCall.id, version: sickCall.version }
  const sheet = useSheet()
  const make = () => callSheet(heading, calls, called.person, printing.page)
  const print = async () => {
    const { printer, silent } = choiceFor(printing, 'list')
    const outcome = await printPage(await make(), { printer, silent, flip: settingOf(printing, printer).flip })
    if (outcome.kind === 'failed') screen.say(outcome.sentence)
  }
  const undo = async () => {
    const done = await save(() => client.sickCall.undo({ id: sickCall.id }))
    if (done !== null) {
      screen.forgetAction()
      screen.say(sickCallText.undone)
    }
  }
  return (
    <>
      <div className="button-row sick-tools">
        <strong>{heading}</strong>
        {sickCall.undoneAt !== null && <span className="quiet">{sickCallText.recentUndone}</span>}
        <span className="sick-space" />
        {calls.length > 0 && <Button size="xs" variant="default" leftSection={<PrintIcon size={14} />} onClick={() => void print()}>{sickCallText.printCalls}</Button>}
        {calls.length > 0 && <Button size="xs" variant="default" onClick={() => sheet.save(make)}>{sheetText.savePdf}</Button>}
        {write && sickCall.undoneAt === null && <Button size="xs" variant="default" loading={saving} onClick={() => void undo()}>{sickCallText.undoAll}</Button>}
        <Button size="xs" variant="light" onClick={another}>{sickCallText.another}</Button>
      </div>
      {sheet.failed !== null && <p className="notice notice-red" role="alert">{sheet.failed}</p>}
      <ProblemNotice problem={problem} />
      <Section title={sickCallText.callsTitle} hint={sickCallText.callsHint} level={2} actions={<span className="quiet">{sickCallText.toldCount(calls.filter(call => call.called).length, calls.length)}</span>}>
        {calls.length === 0 ? <p className="quiet">{sickCallText.noCalls}</p> : (
          <DataTable
            caption={sickCallText.calls} rows={calls} rowKey={call => call.id}
            columns={[
              {
                title: sickCallText.call.called, width: '56px',
                cell: call => (
                  <Checkbox
                    size="xs" checked={call.called} disabled={!write || saving} aria-label={sickCallText.told(fullName(call.patientName))}
                    onChange={event => { const told = event.currentTarget.checked; void save(() => client.sickCall.tick({ ...seen, visitId: call.id, called: told })) }}
                  />
                ),
              },
              { title: sickCallText.call.patient, cell: call => <bdi>{fullName(call.patientName)}</bdi> },
              { title: sickCallText.call.telephone, cell: call => <span className="numeric nowrap">{call.telephone}</span> },
              { title: sickCallText.call.language, cell: call => cardWords[call.language].itself },
              { title: sickCallText.call.travel, cell: call => (call.travelMinutes === null ? '' : travelWords(call.travelMinutes)) },
              { title: sickCallText.call.old, cell: call => <span className="numeric nowrap">{sickCallText.when(call.before.start)}</span> },
              { title: sickCallText.call.new, cell: call => <>{afterWords(call, called.person)}{!call.current && sickCall.undoneAt === null && <span className="quiet"> · {sickCallText.changedSince}</span>}</> },
            ]}
          />
        )}
      </Section>
      {sickCall.undoneAt === null && <Freed id={sickCall.id} called={called} />}
      {may('card.print') && sickCall.undoneAt === null && <Cards calls={calls} />}
    </>
  )
}
