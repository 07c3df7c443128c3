import type { LocationId } from '../../shared/domain/ids.ts'
import { isDraft } from '../../shared/domain/rules/editions.ts'
import type { Finding } from '../../shared/domain/rules/finding.ts'
import { reaches } from '../../shared/domain/rules/jurisdiction.ts'
import { jurisdictionWords } from '../../shared/text/en/jurisdictions.ts'
import { rulesText } from '../../shared/text/en/rules.ts'
import { useDesk, useRead } from '../client.ts'
import { FindingList } from './FindingList.tsx'

/** What the rules of a visit's place say of it, and plainly which ones are not applied. */
export function PlaceRules({ locationId, findings }: { readonly locationId: LocationId; readonly findings: readonly Finding[] }) {
  const { client, may } = useDesk()
  const practice = useRead(['practice', 'read'], () => client.practice.read({}))
  const read = useRead(['rule', 'list'], () => client.rule.list({}), { when: may('staff.read') })
  const location = practice.value?.locations.find(each => each.id === locationId)
  if (location === undefined) return <FindingList findings={findings} />
  const { regulation } = location
  if (regulation === null) return <p className="quiet">{rulesText.noPlace([location.name])}</p>
  const drafts = (read.value?.rules ?? []).filter(rule => isDraft(rule) && reaches(rule.terms.jurisdiction, regulation.jurisdiction))
  return (
    <>
      <FindingList findings={findings} />
      {drafts.length > 0 && <p className="quiet">{rulesText.drafts(jurisdictionWords[regulation.jurisdiction], drafts.length)}</p>}
    </>
  )
}
