import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { editionsByRule, type RuleState, stateOf } from '../../shared/domain/rules/editions.ts'
import { type Jurisdiction, jurisdictions, reaches } from '../../shared/domain/rules/jurisdiction.ts'
import type { RuleTerms, ScopeRule } from '../../shared/domain/rules/scopeRule.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { jurisdictionWords } from '../../shared/text/en/jurisdictions.ts'
import { rulesText } from '../../shared/text/en/rules.ts'
import { useDesk, useRead } from '../client.ts'
import { screen } from '../screen.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PlusIcon } from '../ui/icons.tsx'
import { MayButton } from '../ui/MayButton.tsx'
import { Section } from '../ui/Section.tsx'
import { Shown } from '../ui/Shown.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { RuleForm } from './RuleForm.tsx'
import { RuleSheet } from './RuleSheet.tsx'
import './rules.css'

const marks = { draft: 'fragile', 'set-aside': 'off', 'to-come': 'off', 'in-force': 'good', superseded: 'off', retired: 'off' } as const
const order: Readonly<Record<RuleState, number>> = { draft: 1, 'in-force': 0, 'to-come': 2, superseded: 3, retired: 4, 'set-aside': 5 }

type Open = { readonly kind: 'new' } | { readonly kind: 'rule' | 'next'; readonly id: ScopeRule['id'] } | null
type Filter = { readonly where: Jurisdiction | 'ours' | 'everywhere'; readonly state: RuleState | 'any' }

const blank = (jurisdiction: Jurisdiction): RuleTerms => ({
  jurisdiction, setting: 'any', purpose: 'any', roles: [], mayPrescribe: 'silent', mayInject: 'silent', order: 'silent', examination: 'silent', presence: 'silent',
  presentRoles: [], ratio: null, minimumAge: null, severity: 'warn', law: false, words: '', source: '', sourceDate: null, effectiveFrom: null,
})

/** Of each rule one row: the version in force, else the latest that is not set aside; and a draft beside it. */
function rowsOf(rules: readonly ScopeRule[], today: PlainDate): readonly { readonly rule: ScopeRule; readonly editions: readonly ScopeRule[]; readonly state: RuleState }[] {
  return [...editionsByRule(rules).values()].flatMap(editions =>
    editions.map(rule => ({ rule, editions, state: stateOf(rule, editions, today) })).filter(row => row.state !== 'superseded'))
}

/** The rules of scope of practice: drafts, what is in force, and what was. */
export function RulesPanel() {
  const { client, may } = useDesk()
  const read = useRead(['rule', 'list'], () => client.rule.list({}))
  const practice = useRead(['practice', 'read'], () => client.practice.read({}))
  const [open, setOpen] = useState<Open>(null)
  const [filter, setFilter] = useState<Filter>({ where: 'ours', state: 'any' })
  const show = (next: Open) => screen.unlessUnsaved(() => setOpen(next))
  const locations = (practice.value?.locations ?? []).filter(location => location.active)
  const places = [...new Set(locations.flatMap(location => location.regulation?.jurisdiction ?? []))]
  const lawless = locations.filter(location => location.regulation === null).map(location => location.name)
  const isMeant = (terms: RuleTerms): boolean =>
    filter.where === 'everywhere'
    || (filter.where === 'ours' ? places.some(place => reaches(terms.jurisdiction, place)) : reaches(terms.jurisdiction, filter.where))
  return (
    <Section
      level={2}
      title={rulesText.title}
      hint={rulesText.intro}
      actions={
        <MayButton variant="light" leftSection={<PlusIcon size={14} />} refusal={may('rule.write') ? null : rulesText.onlyLead} onClick={() => show({ kind: 'new' })}>
          {rulesText.add}
        </MayButton>
      }
    >
      {lawless.length > 0 && (
        <p className="notice notice-amber">{rulesText.noPlace(lawless)}</p>
      )}
      <Shown read={read}>
        {({ rules, today }) => {
          const rows = rowsOf(rules, today)
          const opened = open === null || open.kind === 'new' ? undefined : rows.find(row => row.rule.id === open.id)
          const meant = rows.filter(row => isMeant(row.rule.terms))
          const drafts = meant.filter(row => row.state === 'draft').length
          const shown = meant
            .filter(row => filter.state === 'any' || row.state === filter.state)
            .toSorted((a, b) => jurisdictionWords[a.rule.terms.jurisdiction].localeCompare(jurisdictionWords[b.rule.terms.jurisdiction])
              || order[a.state] - order[b.state] || (a.rule.id < b.rule.id ? -1 : 1))
          const known = jurisdictions.filter(each => rules.some(rule => rule.terms.jurisdiction === each))
          const saved = (rule: ScopeRule) => setOpen({ kind: 'rule', id: rule.id })
          const close = () => setOpen(null)
          return (
            <>
              {open?.kind === 'new' && <RuleForm typing={{ kind: 'new', terms: blank(places[0] ?? 'US') }} today={today} close={close} saved={saved} />}
              {opened !== undefined && open?.kind === 'next' && (
                <RuleForm key={`next ${opened.rule.id}`} typing={{ kind: 'next', rule: opened.rule, editions: opened.editions }} today={today} close={close} saved={saved} />
              )}
              {opened !== undefined && open?.kind === 'rule' && (opened.state === 'draft' ? (
                <RuleForm
                  key={`${opened.rule.id} ${opened.rule.version}`}
                  typing={{ kind: 'draft', rule: opened.rule, editions: opened.editions }}
                  today={today}
                  close={close}
                  saved={saved}
                />
              ) : (
                <RuleSheet
                  key={`${opened.rule.id} ${opened.rule.version}`}
                  rule={opened.rule}
                  editions={opened.editions}
                  today={today}
                  revise={() => setOpen({ kind: 'next', id: opened.rule.id })}
                  close={close}
                />
              ))}
              <div className="field-row rule-filters">
                <NativeSelect
                  label={rulesText.show}
                  value={filter.where}
                  data={[
                    { value: 'ours', label: rulesText.ours }, { value: 'everywhere', label: rulesText.everywhere },
                    ...known.map(value => ({ value, label: jurisdictionWords[value] })),
                  ]}
                  onChange={event => {
                    const chosen = event.currentTarget.value
                    setFilter(was => ({ ...was, where: chosen === 'ours' ? 'ours' : known.find(each => each === chosen) ?? 'everywhere' }))
                  }}
                />
                <NativeSelect
                  label={rulesText.state}
                  value={filter.state}
                  data={[{ value: 'any', label: rulesText.anyState }, ...states.map(value => ({ value, label: rulesText.states[value] }))]}
                  onChange={event => {
                    const chosen = event.currentTarget.value
                    setFilter(was => ({ ...was, state: states.find(each => each === chosen) ?? 'any' }))
                  }}
                />
              </div>
              {drafts > 0 && <p className="quiet">{rulesText.unsettledCount(drafts)}</p>}
              {shown.length === 0 ? (
                <EmptyState title={rulesText.empty} hint={rulesText.emptyHint}>
                  {filter.where !== 'everywhere' && (
                    <Button size="xs" variant="default" onClick={() => setFilter({ where: 'everywhere', state: 'any' })}>
                      {rulesText.everywhere}
                    </Button>
                  )}
                </EmptyState>
              ) : (
                <div className="rule-rows">
                <DataTable
                  caption={rulesText.list}
                  rows={shown}
                  rowKey={row => row.rule.id}
                  name={row => row.rule.terms.words}
                  open={row => show({ kind: 'rule', id: row.rule.id })}
                  isOpen={row => opened?.rule.id === row.rule.id}
                  columns={[
                    { title: rulesText.columns.rule, width: '34%', cell: () => null },
                    { title: rulesText.columns.where, cell: row => jurisdictionWords[row.rule.terms.jurisdiction] },
                    {
                      title: rulesText.columns.state,
                      width: '16%',
                      cell: row => (
                        <>
                          <StateMark kind={marks[row.state]}>{rulesText.states[row.state]}</StateMark>
                          <span className="quiet rule-version">{row.state === 'draft' ? rulesText.notApplied : rulesText.version(row.rule.edition)}</span>
                        </>
                      ),
                    },
                    { title: rulesText.columns.does, cell: row => rulesText.severities[row.rule.terms.severity] },
                    { title: rulesText.columns.source, width: '22%', cell: row => row.rule.terms.source },
                  ]}
                />
                </div>
              )}
            </>
          )
        }}
      </Shown>
    </Section>
  )
}

const states: readonly RuleState[] = ['draft', 'in-force', 'to-come', 'retired', 'set-aside']
