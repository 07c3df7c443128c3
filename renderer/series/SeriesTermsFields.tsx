import { Autocomplete, NativeSelect, NumberInput } from '@mantine/core'
import type { SeriesTerms } from '../../shared/domain/series.ts'
import { intervalAfter } from '../../shared/domain/minimumInterval.ts'
import type { ServiceType } from '../../shared/domain/service.ts'
import type { PlainDate, WallTime } from '../../shared/domain/time/values.ts'
import { weekdays, weekdayWord } from '../../shared/text/en/dates.ts'
import { seriesText } from '../../shared/text/en/series.ts'
import { useDesk, useRead } from '../client.ts'
import type { Names } from '../day/useDayNames.ts'
import { DateField } from '../ui/DateField.tsx'
import { TimeField } from '../ui/TimeField.tsx'

/** Where neither service nor product has an interval: labels of the products speak of twelve weeks between treatments. */
export const twelveWeeks = 84

/** Terms as typed so far. */
export type TermsDraft = Omit<SeriesTerms, 'first' | 'time'> & { readonly first: PlainDate | null; readonly time: WallTime | null }

type Props = {
  readonly terms: TermsDraft
  readonly service: ServiceType
  readonly change: (part: Partial<TermsDraft>) => void
  readonly today: PlainDate
  readonly names: Names
}

/** What is agreed for the series as a whole. */
export function SeriesTermsFields({ terms, service, change, today, names }: Props) {
  const { client, may } = useDesk()
  const staff = useRead(['staff', 'read'], () => client.staff.read({}), { when: may('staff.read') })
  const people = (staff.value?.practitioners ?? []).filter(person => person.active)
  const before = intervalAfter(service, terms.product)
  const own = before === intervalAfter(service, '') ? null : before
  // An interval that was typed stays; one that came from the product goes with it.
  const chooseProduct = (product: string) => {
    const after = intervalAfter(service, product) ?? twelveWeeks
    const follow = (days: number): number => (days === (before ?? twelveWeeks) || days < after ? after : days)
    change({ product, everyDays: follow(terms.everyDays), minimumDays: follow(terms.minimumDays) })
  }
  const days = (label: string, key: 'everyDays' | 'minimumDays' | 'visits' | 'earlyDays' | 'lateDays', min: number, max: number) => (
    <NumberInput
      label={label}
      size="xs"
      min={min}
      max={max}
      allowDecimal={false}
      clampBehavior="strict"
      value={terms[key]}
      onChange={value => {
        if (typeof value === 'number' && value >= min && value <= max) change({ [key]: value })
      }}
    />
  )
  return (
    <div className="series-terms">
      {days(seriesText.visits, 'visits', 1, 26)}
      {days(seriesText.every, 'everyDays', 1, 366)}
      {days(seriesText.minimum, 'minimumDays', 0, 366)}
      <DateField
        label={seriesText.first}
        size="xs"
        className="wide"
        today={today}
        minDate={today}
        value={terms.first}
        onChange={first => change({ first })}
      />
      <TimeField label={seriesText.time} size="xs" w="100%" value={terms.time} onChange={time => change({ time })} />
      <NativeSelect
        label={seriesText.weekday}
        size="xs"
        value={terms.weekday ?? ''}
        data={[{ value: '', label: seriesText.anyWeekday }, ...weekdays.map(day => ({ value: String(day), label: weekdayWord(day) }))]}
        onChange={event => change({ weekday: weekdays.find(day => String(day) === event.currentTarget.value) ?? null })}
      />
      {days(seriesText.early, 'earlyDays', 0, 28)}
      {days(seriesText.late, 'lateDays', 0, 28)}
      <NativeSelect
        label={seriesText.injector}
        size="xs"
        value={terms.performerId ?? ''}
        data={[
          { value: '', label: seriesText.anyInjector },
          ...people.map(person => ({ value: person.id, label: names.names.person(person.id) })),
        ]}
        onChange={event => change({ performerId: people.find(person => person.id === event.currentTarget.value)?.id ?? null })}
      />
      <Autocomplete
        label={seriesText.product}
        description={own === null ? undefined : seriesText.productDays(own)}
        size="xs"
        className="wide"
        maxLength={200}
        data={service.productIntervals.map(each => each.product)}
        value={terms.product}
        onChange={chooseProduct}
      />
    </div>
  )
}
