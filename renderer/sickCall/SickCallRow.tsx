import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import type { Affected } from '../../shared/contract/sickCall.ts'
import { type Option, optionKinds } from '../../shared/domain/sickCall/option.ts'
import type { Unplaced } from '../../shared/domain/sickCall/planSickCall.ts'
import { timeOf } from '../../shared/domain/time/wallClock.ts'
import { wallWords } from '../../shared/text/en/dates.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { sickCallText } from '../../shared/text/en/sickCall.ts'
import { screen } from '../screen.ts'
import { type Called, optionKey, optionWords, troubleWords } from './sickCallWords.ts'

const nowhere = ''

type SickCallRowProps = {
  readonly row: Affected
  /** What the plan or the person chose; `null`: it stays. */
  readonly option: Option | null
  readonly unplaced: Unplaced | null
  readonly byHand: boolean
  readonly planned: boolean
  readonly taken: boolean
  readonly called: Called
  readonly mayAsk: boolean
  readonly choose: (option: Option | null) => void
  readonly take: (taken: boolean) => void
}

/** One visit before and after: what weighs, where it would go, and every other way. */
export function SickCallRow({ row, option, unplaced, byHand, planned, taken, called, mayAsk, choose, take }: SickCallRowProps) {
  const { appointment } = row.visit
  const patient = fullName(row.visit.patientName)
  // What the plan found need not be among the few that are offered by hand.
  const listed = row.options.filter(each => mayAsk || each.kind !== 'ask')
  const offered = option === null || listed.some(each => optionKey(each) === optionKey(option)) ? listed : [option, ...listed]
  const groups = optionKinds.flatMap(kind => {
    const items = offered.filter(each => each.kind === kind).map(each => ({ value: optionKey(each), label: optionWords(each, appointment.start, called) }))
    return items.length === 0 ? [] : [{ group: sickCallText.groups[kind], items }]
  })
  const pick = (key: string) => {
    const found = offered.find(each => optionKey(each) === key) ?? null
    choose(found?.kind === 'refer' && found.reason === '' ? { ...found, reason: sickCallText.referReason } : found)
  }
  return (
    <tr data-unplaced={(planned && option === null && !byHand) || undefined}>
      <td>
        <Checkbox size="xs" checked={taken && option !== null} disabled={option === null} aria-label={sickCallText.include(patient, timeOf(appointment.start))} onChange={event => take(event.currentTarget.checked)} />
      </td>
      <td className="numeric nowrap">{wallWords(appointment.start)}</td>
      <td>
        <button type="button" className="link sick-patient" onClick={() => screen.open({ kind: 'visit', id: appointment.id })}><bdi>{patient}</bdi></button>
        <span className="quiet sick-service">{called.service(appointment.serviceTypeId)}</span>
      </td>
      <td>
        <ul className="sick-troubles">
          {troubleWords(row).map(words => <li key={words} data-grave={words === sickCallText.uncovered || undefined}>{words}</li>)}
        </ul>
      </td>
      <td>
        <NativeSelect
          size="xs" aria-label={sickCallText.optionOf(patient)} value={option === null ? nowhere : optionKey(option)}
          data={[...groups, { value: nowhere, label: sickCallText.leave }]} onChange={event => pick(event.currentTarget.value)}
        />
        {option?.kind === 'refer' && (
          <TextInput size="xs" mt={4} aria-label={sickCallText.referLabel(patient)} value={option.reason} maxLength={200} onChange={event => choose({ kind: 'refer', reason: event.currentTarget.value })} />
        )}
        {byHand && <span className="quiet sick-remark">{sickCallText.byHand}</span>}
        {!byHand && unplaced !== null && <span className="sick-remark sick-grave">{sickCallText.unplaced[unplaced]} {sickCallText.chooseByHand}</span>}
      </td>
    </tr>
  )
}
