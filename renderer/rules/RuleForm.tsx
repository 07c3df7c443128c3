import { useState } from 'react'
import type { RuleTerms, ScopeRule } from '../../shared/domain/rules/scopeRule.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { jurisdictionWords } from '../../shared/text/en/jurisdictions.ts'
import { rulesText } from '../../shared/text/en/rules.ts'
import { useDesk } from '../client.ts'
import { screen } from '../screen.ts'
import { Form } from '../ui/Form.tsx'
import { ImpactDialog } from '../ui/ImpactDialog.tsx'
import { MayButton } from '../ui/MayButton.tsx'
import { Section } from '../ui/Section.tsx'
import { useStaffingEdit } from '../ui/useImpact.ts'
import { useSave } from '../ui/useSave.ts'
import { RuleFields } from './RuleFields.tsx'
import { RuleHistory } from './RuleHistory.tsx'

/** What is typed: a new rule, a draft, or the next version of what was approved. */
export type Typing =
  | { readonly kind: 'new'; readonly terms: RuleTerms }
  | { readonly kind: 'draft' | 'next'; readonly rule: ScopeRule; readonly editions: readonly ScopeRule[] }

type RuleFormProps = { readonly typing: Typing; readonly today: PlainDate; readonly close: () => void; readonly saved: (rule: ScopeRule) => void }

function titleOf(typing: Typing): string {
  if (typing.kind === 'new') return rulesText.newTitle
  const where = jurisdictionWords[typing.rule.terms.jurisdiction]
  const last = typing.editions.reduce((edition, rule) => Math.max(edition, rule.edition), 0)
  return typing.kind === 'draft' ? rulesText.editTitle(where, typing.rule.edition) : rulesText.reviseTitle(where, last + 1)
}

/** Writes a draft, and approves it. Approving shows first which visits it touches. */
export function RuleForm({ typing, today, close, saved }: RuleFormProps) {
  const { client, may } = useDesk()
  const [terms, setTerms] = useState(typing.kind === 'new' ? typing.terms : typing.rule.terms)
  const [dirty, setDirty] = useState(typing.kind === 'next')
  const save = useSave()
  const edit = useStaffingEdit()
  const title = titleOf(typing)
  const refusal = may('rule.write') ? null : rulesText.onlyLead
  const change = (part: Partial<RuleTerms>) => {
    setTerms(was => ({ ...was, ...part }))
    setDirty(true)
  }
  const submit = async () => {
    const rule = await save.save(() => {
      if (typing.kind === 'new') return client.rule.record({ terms })
      const seen = { id: typing.rule.id, version: typing.rule.version }
      return typing.kind === 'draft' ? client.rule.amend({ ...seen, terms }) : client.rule.revise({ ...seen, terms })
    })
    if (rule === null) return
    screen.say(rulesText.saved)
    saved(rule)
  }
  const settle = (ask: 'approve' | 'retire', rule: ScopeRule) => {
    save.setProblem(null)
    edit.edit(
      preview => {
        const seen = { id: rule.id, version: rule.version, preview }
        return ask === 'approve' ? client.rule.approve(seen) : client.rule.retire({ ...seen, from: today })
      },
      () => {
        screen.say(ask === 'approve' ? rulesText.approved : rulesText.wasSetAside)
        close()
      },
    )
  }
  const draft = typing.kind === 'draft' ? typing.rule : null
  return (
    <div className="inset-form">
      <Section title={title}>
        <p className="quiet">{typing.kind === 'next' ? rulesText.reviseHint : dirty ? rulesText.saveFirst : rulesText.approveHint}</p>
        <Form
          name={title}
          dirty={dirty}
          state={{ saving: save.saving || edit.saving, problem: edit.problem ?? save.problem }}
          submit={() => void submit()}
          cancel={close}
          hold={refusal}
          more={
            draft === null ? null : (
              <>
                <MayButton type="button" variant="light" refusal={refusal} disabled={dirty} onClick={() => settle('approve', draft)}>
                  {rulesText.approve}
                </MayButton>
                <MayButton type="button" variant="default" refusal={refusal} disabled={dirty} onClick={() => settle('retire', draft)}>
                  {rulesText.setAside}
                </MayButton>
              </>
            )
          }
        >
          <RuleFields terms={terms} change={change} problem={edit.problem ?? save.problem} today={today} />
        </Form>
      </Section>
      {typing.kind !== 'new' && typing.editions.length > 1 && <RuleHistory editions={typing.editions} today={today} />}
      <ImpactDialog edit={edit} />
    </div>
  )
}
