import { Select } from '@mantine/core'
import { useMemo } from 'react'
import type { ZoneId } from '../../shared/domain/time/values.ts'
import { parseZoneId } from '../../shared/domain/time/zone.ts'
import { placeText } from '../../shared/text/en/settings.ts'
import { allZones } from './zones.ts'

type ZoneFieldProps = {
  readonly value: ZoneId | null
  readonly onChange: (zone: ZoneId | null) => void
  readonly error?: string | undefined
  readonly disabled?: boolean
}

/** An IANA time zone, found by typing a city. */
export function ZoneField({ value, onChange, error, disabled = false }: ZoneFieldProps) {
  const zones = useMemo(() => {
    const known = allZones()
    return (value === null || known.includes(value) ? known : [value, ...known]).map(zone => ({
      value: zone,
      label: zone.replaceAll('_', ' '),
    }))
  }, [value])
  return (
    <Select
      label={placeText.zone}
      description={placeText.zoneHint}
      searchable
      required
      allowDeselect={false}
      limit={80}
      nothingFoundMessage={placeText.zoneNone}
      disabled={disabled}
      data={zones}
      value={value}
      onChange={zone => onChange(zone === null ? null : parseZoneId(zone))}
      error={error}
    />
  )
}
