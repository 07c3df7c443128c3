import { fullName } from '../../shared/text/en/names.ts'
import { competenceLimits } from '../../shared/text/en/register.ts'
import { paperText, qualificationText } from '../../shared/text/en/staff.ts'
import type { Register } from './register.ts'
import type { HeldCertification } from './standing.ts'

type MoreOfPaperProps = { readonly held: HeldCertification; readonly register: Register }

/** What a certification is limited to and what hangs on it, where there is anything to say. */
export function MoreOfPaper({ held, register }: MoreOfPaperProps) {
  const { jurisdiction, restrictions, scope, prescriberId, hours, renews, note, verification } = held.qualification
  const prescriber = register.practitioners.find(one => one.id === prescriberId)
  const limits = competenceLimits(scope, code => register.competences.find(one => one.code === code)?.label ?? code)
  const isUnknown = scope.products.length > 0 || scope.youngest !== null || scope.oldest !== null
  const lines = [
    jurisdiction,
    verification.state === 'verified' && verification.due !== null ? qualificationText.dueLine(verification.due) : '',
    prescriber === undefined ? '' : paperText.underPrescriber(fullName(prescriber.name)),
    hours === null ? '' : paperText.showsHours(hours),
    renews === null ? '' : qualificationText.renews,
  ].filter(part => part !== '')
  return (
    <>
      {lines.length > 0 && <p className="quiet">{lines.join(' · ')}</p>}
      {limits !== '' && <p className="notice notice-amber">{`${paperText.limits(limits)}.${isUnknown ? ` ${paperText.askedAtVisit}` : ''}`}</p>}
      {restrictions !== '' && <p className="notice notice-amber">{restrictions}</p>}
      {note !== '' && <p className="quiet">{note}</p>}
    </>
  )
}
