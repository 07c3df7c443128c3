import type { StripCell } from '../../domain/strip.ts'

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`

/** "2 h 30 min" */
export function hoursWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''].filter(part => part !== '').join(' ')
}

export const aheadText = {
  title: (weeks: number) => `The next ${weeks} weeks`,
  viewLabel: 'What is shown',
  views: { days: 'All services', services: 'Each service', ends: 'What ends', overrides: 'Overrides' },
  horizonLabel: 'How far ahead',
  weeks: (weeks: number) => `${weeks} weeks`,
  serviceColumn: 'Service',
  servicesHint: '2! is two visits uncovered, a number alone the hours without anybody certified, • hangs on one person. Arrow keys go from cell to cell.',
  lead: (location: string) => `Which days at ${location} have somebody certified for every service, hour by hour.`,
  week: (from: string) => `Week of ${from}`,
  weekColumn: 'Week',
  sheetTitle: (place: string, weeks: number) => `${place}: the next ${weeks} weeks`,
  sheetHint: '2! is two visits uncovered, a number alone the hours without anybody certified, • hangs on one person, × is closed.',
  sheetWords: 'In words',
  sheetFile: 'staffing-ahead.pdf',
  emptyTitle: 'No opening hours yet',
  empty: 'Give this location its opening hours under Settings, and every day shows here whether it is staffed.',
  noneApprovedTitle: 'No service is approved yet',
  noneApproved: 'What a day needs follows from the services. Once the clinical lead approves one under Settings, Services, every day shows here whether it is staffed.',
  legend: 'What the marks mean',
  states: {
    unchecked: 'Not checked',
    closed: 'Closed',
    safe: 'Staffed',
    fragile: 'Hangs on one person',
    gap: 'Nobody certified for some hours',
    flagged: 'Visits flagged',
  } satisfies Readonly<Record<StripCell['state'], string>>,
  flagged: (count: number) => `${counted(count, 'visit')} flagged`,
  gap: (minutes: number) => `gap ${hoursWords(minutes)}`,
  visits: (count: number) => counted(count, 'visit'),
  /** What a screen reader hears of one day. */
  cell: (day: string, strip: StripCell, services: readonly string[]) => [
    day,
    aheadText.states[strip.state].toLowerCase(),
    ...(strip.flagged > 0 ? [aheadText.flagged(strip.flagged)] : []),
    ...(strip.gapMinutes > 0 ? [`${hoursWords(strip.gapMinutes)} without anybody certified`] : []),
    ...(strip.state === 'closed' ? [] : [aheadText.visits(strip.visits)]),
    ...services,
  ].join(', '),
  flaggedOf: (flagged: number, visits: number) => `${flagged} of ${counted(visits, 'visit')} uncovered`,
  nobody: (minutes: number) => `nobody for ${hoursWords(minutes)}`,
  /** `until`: the last day of the certificate that ends first. */
  hangsOn: (person: string, until: string | null) => `hangs on ${person} alone${until === null ? '' : `, certified until ${until}`}`,
} as const
