import { Button } from '@mantine/core'
import { useState } from 'react'
import { rulePoints } from '../../shared/domain/rules/difference.ts'
import { isDraft, stateOf } from '../../shared/domain/rules/editions.ts'
import type { ScopeRule } from '../../shared/domain/rules/scopeRule.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { frameText } from '../../shared/text/en/frame.ts'
import { jurisdictionWords } from '../../shared/text/en/jurisdictions.ts'
import { rulesText } from '../../shared/text/en/rules.ts'
import { useDesk } from '../client.ts'
import { screen } from '../screen.ts'
import { DateField } from '../ui/DateField.tsx'
import { ImpactDialog } from '../ui/ImpactDialog.tsx'
import { MayButton } from '../ui/MayButton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Section } from '../ui/Section.tsx'
import { useStaffingEdit } from '../ui/useImpact.ts'
import { RuleHistory } from './RuleHistory.tsx'
import { pointWords } from './ruleWords.ts'

type RuleSheetProps = {
  readonly rule: ScopeRule
  readonly editions: readonly ScopeRule[]
  readonly today: PlainDate
  readonly revise: () => void
  readonly close: () => void
}

/** A version that is not changed any more: what it says, its history, and how it ends or is followed. */
export function RuleSheet({ rule, editions, today, revise, close }: RuleSheetProps) {
  const { client, may } = useDesk()
  const edit = useStaffingEdit()
  const [from, setFrom] = useState<PlainDate | null>(today)
  const refusal = may('rule.write') ? null : rulesText.onlyLead
  const state = stateOf(rule, editions, today)
  const drafted = editions.some(isDraft)
  const retire = (day: PlainDate) =>
    edit.edit(
      preview => client.rule.retire({ id: rule.id, version: rule.version, from: day, preview }),
      () => {
        screen.say(rulesText.retired)
        close()
      },
    )
  return (
    <div className="inset-form">
      <Section title={rulesText.editTitle(jurisdictionWords[rule.terms.jurisdiction], rule.edition)}>
        <dl className="rule-points">
          {rulePoints.map(point => (
            <div key={point}>
              <dt>{rulesText.fields[point]}</dt>
              <dd>{pointWords(rule.terms, point)}</dd>
            </div>
          ))}
        </dl>
        <ProblemNotice problem={edit.problem} />
        <div className="button-row">
          {(state === 'in-force' || state === 'to-come' || state === 'retired') && !drafted && (
            <MayButton variant="light" refusal={refusal} onClick={revise}>
              {rulesText.revise}
            </MayButton>
          )}
          <Button variant="default" onClick={close}>
            {frameText.close}
          </Button>
        </div>
        {(state === 'in-force' || state === 'to-come') && rule.retirement === null && (
          <div className="rule-retire">
            <DateField label={rulesText.retireFrom} today={today} value={from} onChange={setFrom} />
            <MayButton variant="default" refusal={refusal} disabled={from === null} onClick={() => from !== null && retire(from)}>
              {rulesText.retire}
            </MayButton>
          </div>
        )}
      </Section>
      <RuleHistory editions={editions} today={today} />
      <ImpactDialog edit={edit} />
    </div>
  )
}
