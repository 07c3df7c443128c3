import type { AccountRole } from '../../../shared/domain/person.ts'
import type { PersonKey } from './demoStaff.ts'

/** One password for all of them: the practice is made up. */
export const demoPassword = 'demo-practice'

export type DemoSignIn = { readonly username: string; readonly displayName: string; readonly role: AccountRole; readonly person: PersonKey | null }

/** Who may sign in to the made-up practice, and whom on its staff they are. */
export const demoSignIns: readonly DemoSignIn[] = [
  { username: 'desk', displayName: 'Joan Fletcher', role: 'front-desk', person: 'fletcher' },
  { username: 'injector', displayName: 'Kwame Mensah', role: 'injector', person: 'mensah' },
  { username: 'lead', displayName: 'Dr. Rosalind Achterberg', role: 'clinical-lead', person: null },
  { username: 'admin', displayName: 'Henrik Dahl', role: 'administrator', person: null },
  { username: 'auditor', displayName: 'Odile Marchetti', role: 'auditor', person: null },
]
