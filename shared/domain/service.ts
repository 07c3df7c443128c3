import type { Competence } from './certification.ts'
import type { ServiceTypeId } from './ids.ts'
import type { Role } from './person.ts'
import type { Purpose } from './rules/jurisdiction.ts'

/** A second person who must be there: in one of the roles (none named: any) and holding every competence. */
export type Supervision = {
  readonly roles: readonly Role[]
  readonly competences: readonly Competence[]
  readonly presence: 'on-site' | 'on-call'
  /** How many visits of such services one person may supervise at a time; `null`: any number. */
  readonly atMost: number | null
}

/** Fewest days after a product: 112 for incobotulinumtoxinA against sialorrhea, where other labels say 84. */
export type ProductInterval = { readonly product: string; readonly days: number }

/** FHIR HealthcareService: what is offered, and what it takes to perform it. */
export type ServiceType = {
  readonly id: ServiceTypeId
  readonly version: number
  readonly name: string
  readonly minutes: number
  readonly competences: readonly Competence[]
  /** Roles allowed to perform it here; an empty list allows nobody. */
  readonly roles: readonly Role[]
  readonly supervision: Supervision | null
  readonly needsRoom: boolean
  /** Fewest days from one visit of it to the same patient's next: many labels say 84. `null`: no such rule. */
  readonly minimumIntervalDays: number | null
  /** Products that want a longer interval for it than the others. */
  readonly productIntervals: readonly ProductInterval[]
  readonly labelStatus: 'on-label' | 'off-label' | 'cosmetic'
  /** What the law goes by: off-label and on-label uses are both found in cosmetic work. */
  readonly purpose: Purpose
  /** No toxin is given: it goes with an injection visit on the same day or soon after. */
  readonly physiotherapy: boolean
  /** Shipped and imported rows are drafts: shown, never bookable, until a clinical lead approves them. */
  readonly status: 'draft' | 'approved' | 'retired'
  readonly note: string
}
