import type { Problem } from '../domain/problem.ts'
import { assertNever } from '../domain/result.ts'
import { parseWallDateTime } from '../domain/time/wallClock.ts'
import { wallWords } from './en/dates.ts'
import { counted } from './en/names.ts'
import { findingsSentence, tooSoonSentence } from './rules.ts'

/** Why something cannot be shown: nothing was to be saved, so nothing is said of saving. */
export function readingSentence(problem: Problem): string {
  if (problem.code === 'store-unavailable' && problem.why === 'offline') return 'The program’s service does not answer, so this cannot be shown now. Try again when the connection is back.'
  if (problem.code !== 'fault') return problemSentence(problem)
  return problem.incident === ''
    ? 'Something went wrong on our side, so this cannot be shown. Nothing is lost. Try again.'
    : `Something went wrong on our side, so this cannot be shown. Nothing is lost. Try again; if it stays, report incident ${problem.incident}.`
}

const overlapWords = {
  patient: 'This patient already has a visit at that time. Choose another time.',
  performer: 'This injector already has a visit at that time. Choose another time or another injector.',
  room: 'This room is already taken at that time. Choose another time or another room.',
} as const

const storeWords = {
  corrupt: 'The practice’s file is damaged. Stop here and restore the latest backup.',
  'read-only':
    'The practice’s file cannot be written to, so nothing is saved. Ask whoever looks after this computer to allow it.',
  full: 'The disk is full, so nothing was saved. Free some space and try again.',
  busy: 'Another program has been writing to the practice’s file all this time, an import perhaps, so nothing was saved. Try again when it is done.',
  newer: 'The practice’s file was made by a newer version of this program. Install that version to open it.',
  foreign: 'The file in the practice’s place is not one of ours. Ask whoever looks after this computer.',
  'network-drive':
    'The practice’s file lies on a network drive, where it could be damaged. Move it to this computer, or use PostgreSQL.',
  'door-closed':
    'The program was started again, and this window no longer belongs to it. Open the new address that it printed; what was saved is all there.',
  offline: 'The program’s service does not answer, so nothing was saved. What you typed is kept; try again when the connection is back.',
} as const

const statusWords: Readonly<Record<string, string>> = {
  proposed: 'proposed',
  withdrawn: 'withdrawn',
  booked: 'booked',
  arrived: 'checked in',
  fulfilled: 'completed',
  cancelled: 'cancelled',
  noshow: 'marked as not come',
  'entered-in-error': 'marked as entered in error',
  active: 'active',
  suspended: 'suspended',
  revoked: 'revoked',
  approved: 'approved',
  'set-aside': 'set aside',
  superseded: 'superseded',
  retired: 'retired',
  changed: 'changed',
  undone: 'taken back',
  waiting: 'on the waiting list',
  settled: 'off the waiting list with a place',
  renewed: 'renewed',
}

function timeWords(time: string): string {
  const wall = parseWallDateTime(time)
  return wall === null ? time : wallWords(wall)
}

function waitWords(seconds: number): string {
  if (seconds <= 0) return 'Check both and try again.'
  return seconds < 90
    ? `Wait ${counted(Math.ceil(seconds), 'second')} and try again.`
    : `Wait ${counted(Math.ceil(seconds / 60), 'minute')} and try again.`
}

/** One sentence, or two, for every refusal: what is the matter and what to do. */
export function problemSentence(problem: Problem): string {
  switch (problem.code) {
    case 'invalid':
      return problem.issues.length === 1
        ? 'One entry needs another look. It is marked.'
        : 'Some entries need another look. They are marked.'
    case 'not-found':
      return `The ${problem.what} is no longer there. Somebody may have changed it; go back and look again.`
    case 'not-signed-in':
      return 'You are signed out. Sign in again; what you typed is kept.'
    case 'forbidden':
      return 'Your account may not do this. Ask your clinical lead or administrator.'
    case 'wrong-credentials':
      return `The name or the password is not right. ${waitWords(problem.waitSeconds)}`
    case 'wrong-key':
      return 'That does not open the practice. Check the spelling, or use the recovery key instead.'
    case 'not-set-up':
      return 'This practice is not set up yet. Start with its name and opening hours.'
    case 'already-set-up':
      return 'This practice is set up already. Sign in to go on.'
    case 'locked':
      return 'The practice is locked. Open it with its passphrase or the recovery key.'
    case 'stale':
      return 'Somebody else changed this in the meantime. Look at the new version, then make your change again.'
    case 'slot-taken':
      return overlapWords[problem.overlap]
    case 'not-staffed':
      return problem.mayOverride
        ? 'Nobody certified for this is free then. Choose another time, or give a reason to book it all the same; it stays flagged.'
        : 'Nobody certified for this is free then. Choose another time, or ask your clinical lead.'
    case 'against-rule': {
      const end = problem.mayOverride ? 'Give a reason to book it all the same; it stays flagged.' : 'It cannot be booked like this.'
      return `${findingsSentence(problem.findings)} ${end}`
    }
    case 'visit-refused':
      return `The visit on ${timeWords(problem.start)} cannot be booked there, so nothing was saved. The table shows what is free now.`
    case 'too-soon':
      return tooSoonSentence(problem)
    case 'outside-opening-hours':
      return 'The practice is closed then. Choose a time within the opening hours.'
    case 'service-not-approved':
      return 'This service is still a draft. The clinical lead has to approve it before it can be booked.'
    case 'room-needed':
      return 'This service needs a room and none is free then. Choose another time or another room.'
    case 'no-such-time':
      return `${timeWords(problem.time)} does not exist: the clocks go forward over it. Choose an earlier or a later time.`
    case 'ambiguous-time':
      return `${timeWords(problem.time)} happens twice: the clocks go back. Say whether you mean the earlier or the later one.`
    case 'not-allowed-now':
      return `This is ${statusWords[problem.from] ?? problem.from} and cannot become ${statusWords[problem.to] ?? problem.to}. Look at it again.`
    case 'duplicate':
      return `There is already a ${problem.what} like this. Use the one that is there, or choose another name.`
    case 'possible-duplicates':
      return 'This patient may be registered already. Look at the ones below before you go on.'
    case 'in-use':
      return `This is still in use by ${problem.what}. Change those first.`
    case 'reveals-treatment':
      return `This would tell whoever finds the paper what the visit is for: ${problem.findings.map(({ word }) => `“${word}”`).join(', ')}. Say it in other words.`
    case 'file-unreadable':
      return `The file could not be read: ${problem.why}. Save it again as CSV and choose it once more.`
    case 'store-unavailable':
      return storeWords[problem.why]
    case 'fault':
      return problem.incident === ''
        ? 'Something went wrong on our side, and nothing was saved. Try again.'
        : `Something went wrong on our side, and nothing was saved. Try again; if it stays, report incident ${problem.incident}.`
    default:
      return assertNever(problem)
  }
}
