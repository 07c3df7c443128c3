import type { StripCell } from '../../shared/domain/strip.ts'

/** The hatch of a day or a service by its state: colour is never the only sign. */
export const dayHatch = { unchecked: '', closed: 'hatch-off', safe: '', fragile: '', gap: 'hatch-gap', flagged: 'hatch-flag' } as const satisfies Readonly<Record<StripCell['state'], string>>
