import { ActionIcon, Button, Checkbox } from '@mantine/core'
import type { Weekday } from '../../shared/domain/time/values.ts'
import { weekdays, weekdayWord } from '../../shared/text/en/dates.ts'
import { placeText } from '../../shared/text/en/settings.ts'
import { wallTimeAt } from '../../shared/domain/time/wallClock.ts'
import type { HoursDraft } from './hours.ts'
import { CloseIcon, PlusIcon } from './icons.tsx'
import { TimeField } from './TimeField.tsx'

type HoursEditorProps = {
  readonly value: readonly HoursDraft[]
  readonly onChange: (value: readonly HoursDraft[]) => void
  readonly disabled?: boolean
}

/** A week of opening hours, one line a day; a day may have several. */
export function HoursEditor({ value, onChange, disabled = false }: HoursEditorProps) {
  const of = (weekday: Weekday) => value.filter(hours => hours.weekday === weekday)
  const put = (weekday: Weekday, hours: readonly HoursDraft[]) =>
    onChange(weekdays.flatMap(day => (day === weekday ? hours : of(day))))
  const first = value[0]
  const copyToAll = () => {
    if (first === undefined) return
    const model = of(first.weekday)
    onChange(weekdays.flatMap(day => (of(day).length === 0 ? [] : model.map(hours => ({ ...hours, weekday: day })))))
  }
  return (
    <div className="hours" role="group" aria-label={placeText.hours}>
      {weekdays.map(weekday => {
        const word = weekdayWord(weekday)
        const hours = of(weekday)
        const change = (index: number, part: Partial<HoursDraft>) =>
          put(
            weekday,
            hours.map((one, at) => (at === index ? { ...one, ...part } : one)),
          )
        const usual: HoursDraft = { weekday, opens: first?.opens ?? wallTimeAt(480), closes: first?.closes ?? wallTimeAt(1020) }
        return (
          <div key={weekday} className="hours-day">
            <Checkbox
              label={word}
              aria-label={placeText.open(word)}
              checked={hours.length > 0}
              disabled={disabled}
              onChange={event => put(weekday, event.currentTarget.checked ? [usual] : [])}
            />
            <div className="hours-lines">
              {hours.length === 0 && <span className="quiet">{placeText.closed}</span>}
              {hours.map((one, index) => (
                <div key={index} className="hours-line">
                  <TimeField
                    aria-label={placeText.opens(word)}
                    value={one.opens}
                    required
                    disabled={disabled}
                    onChange={opens => change(index, { opens })}
                  />
                  <span className="quiet">{placeText.to}</span>
                  <TimeField
                    aria-label={placeText.closes(word)}
                    value={one.closes}
                    required
                    disabled={disabled}
                    onChange={closes => change(index, { closes })}
                  />
                  {one.opens !== null && one.closes !== null && one.closes <= one.opens && (
                    <span className="quiet">{placeText.nextDay}</span>
                  )}
                  {hours.length > 1 && (
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={26}
                      aria-label={placeText.removeHours(word)}
                      onClick={() =>
                        put(
                          weekday,
                          hours.filter((_, at) => at !== index),
                        )
                      }
                    >
                      <CloseIcon size={14} />
                    </ActionIcon>
                  )}
                  {index === hours.length - 1 && (
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={26}
                      aria-label={placeText.addBreakFor(word)}
                      disabled={disabled}
                      onClick={() => put(weekday, [...hours, { weekday, opens: null, closes: null }])}
                    >
                      <PlusIcon size={14} />
                    </ActionIcon>
                  )}
                </div>
              ))}
            </div>
          </div>
        )
      })}
      {value.length > 1 && (
        <div>
          <Button variant="subtle" size="compact-xs" disabled={disabled} onClick={copyToAll}>
            {placeText.copy}
          </Button>
        </div>
      )}
    </div>
  )
}
