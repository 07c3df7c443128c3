import type { WaitingWish } from '../../../shared/domain/waiting/entry.ts'

type DemoWish = Pick<WaitingWish, 'partOfDay' | 'noticeMinutes' | 'note'> & { readonly days: number }

/** What those who would come sooner ask for, and for how many days they have waited. */
export const demoWaiting: readonly DemoWish[] = [
  { days: 19, partOfDay: null, noticeMinutes: 60, note: 'Lives round the corner' },
  { days: 16, partOfDay: 'morning', noticeMinutes: 120, note: '' },
  { days: 12, partOfDay: null, noticeMinutes: 1440, note: 'Needs a lift' },
  { days: 9, partOfDay: 'afternoon', noticeMinutes: 240, note: '' },
  { days: 6, partOfDay: null, noticeMinutes: 0, note: '' },
  { days: 3, partOfDay: null, noticeMinutes: 120, note: 'Pain came back early' },
  { days: 0, partOfDay: 'morning', noticeMinutes: 2880, note: '' },
]
