import type { Visit } from '../../shared/contract/schedule.ts'
import { isStanding } from '../../shared/domain/appointment.ts'
import { overrideState } from '../../shared/domain/override.ts'
import { instant } from '../../shared/domain/time/instant.ts'
import { dateAt } from '../../shared/domain/time/wallClock.ts'
import { instantWords } from '../../shared/text/en/dates.ts'
import { visitText } from '../../shared/text/en/day.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { overridesText, standsWords } from '../../shared/text/en/overrides.ts'
import { useDesk } from '../client.ts'
import { MayButton } from '../ui/MayButton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { useNow } from '../ui/useNow.ts'
import { useSave } from '../ui/useSave.ts'
import { noteDone } from './useVisitSteps.ts'

/** Who let a flagged visit stand, why and how long; the lead takes it back here. */
export function OverrideNotice({ visit }: { readonly visit: Visit }) {
  const { client, may } = useDesk()
  const now = useNow()
  const save = useSave()
  const { override, id, version, zone, performerId, status } = visit.appointment
  if (override === null) return null
  const { verdict, findings } = visit
  const state = verdict === null ? null : overrideState(override, { verdict, findings }, performerId, dateAt(now, zone))
  const withdraw = async () => {
    const after = await save.save(() => client.appointment.withdrawOverride({ id, version }))
    if (after !== null) noteDone(client, overridesText.withdrawn(fullName(after.patientName)), after)
  }
  return (
    <div className="notice notice-amber override-notice">
      <p>{visitText.override(override.byName, instantWords(instant(override.at), zone), override.reason)}</p>
      {state !== null && <p>{`${overridesText.until}: ${standsWords(state, override.through)}.`}</p>}
      {isStanding(status) && (
        <MayButton
          size="compact-xs" variant="default" loading={save.saving} refusal={may('appointment.override') ? null : overridesText.mayNotWithdraw}
          onClick={() => void withdraw()}
        >
          {overridesText.withdraw}
        </MayButton>
      )}
      <ProblemNotice problem={save.problem} />
    </div>
  )
}
