import type { ZoneId } from '../../shared/domain/time/values.ts'
import { parseZoneId } from '../../shared/domain/time/zone.ts'

/** Every time zone that this computer knows, by name. */
export const allZones = (): readonly string[] => Intl.supportedValuesOf('timeZone')

/** The zone that this computer is set to. */
export const systemZone = (): ZoneId | null => parseZoneId(Intl.DateTimeFormat().resolvedOptions().timeZone)
