import { Select } from '@mantine/core'
import type { ImportMapping, ImportReport } from '../../shared/domain/importReport.ts'
import type { Location } from '../../shared/domain/practice.ts'
import { exchangeText } from '../../shared/text/en/exchange.ts'
import { allZones } from '../ui/zones.ts'
import { SourceField } from './SourceField.tsx'

type MappingProps = { readonly report: ImportReport; readonly locations: readonly Location[]; readonly remap: (changes: Partial<ImportMapping>) => void; readonly disabled: boolean }

type DateOrder = ImportMapping['dateOrder']
type DateOrderProps = { readonly report: { readonly mapping: { readonly dateOrder: DateOrder } }; readonly remap: (changes: { readonly dateOrder: DateOrder }) => void; readonly disabled: boolean }

const orders = ['day-first', 'month-first', 'year-first'] as const
const orderOf = (text: string | null) => orders.find(order => order === text) ?? null

/** Which of day and month comes first in this file. */
export function DateOrderField({ report, remap, disabled }: DateOrderProps) {
  return (
    <Select
      label={exchangeText.dateOrder} placeholder={exchangeText.choose1} disabled={disabled} allowDeselect={false} value={report.mapping.dateOrder}
      data={orders.filter(order => order !== 'year-first' || report.mapping.dateOrder === 'year-first').map(order => ({ value: order, label: exchangeText.dateOrders[order] }))}
      onChange={text => remap({ dateOrder: orderOf(text) })}
    />
  )
}

/** At which location the visits of this file are. */
export function LocationField({ report, locations, remap, disabled }: MappingProps) {
  return (
    <Select
      label={exchangeText.location} placeholder={exchangeText.choose1} disabled={disabled} allowDeselect={false} value={report.mapping.locationId} data={locations.map(location => ({ value: location.id, label: location.name }))}
      onChange={id => {
        const location = locations.find(other => other.id === id)
        if (location !== undefined) remap({ locationId: location.id, zone: location.zone })
      }}
    />
  )
}

/** What is said about the file as a whole. */
export function MappingFields({ report, locations, remap, disabled }: MappingProps) {
  const { mapping } = report
  const visits = mapping.columns.includes('visit-start') || mapping.columns.includes('visit-date')
  const dates = visits || mapping.columns.includes('birth-date')
  return (
    <div className="field-row">
      <SourceField source={mapping.source} disabled={disabled} put={source => remap({ source })} />
      {dates && !report.questions.includes('date-order') && <DateOrderField report={report} remap={remap} disabled={disabled} />}
      {visits && !report.questions.includes('location') && <LocationField report={report} locations={locations} remap={remap} disabled={disabled} />}
      {visits && (
        <Select
          label={exchangeText.zone} description={exchangeText.zoneHint} searchable allowDeselect={false} limit={80} disabled={disabled} value={mapping.zone}
          data={[...new Set([mapping.zone, ...allZones()])].map(zone => ({ value: zone, label: zone.replaceAll('_', ' ') }))} onChange={zone => { if (zone !== null) remap({ zone }) }}
        />
      )}
    </div>
  )
}
