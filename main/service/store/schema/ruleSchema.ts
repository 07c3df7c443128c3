import type { Dialect } from './dialect.ts'

/** Scope-of-practice rules in all their versions, whose law holds where, and what a service is for. */
export function ruleSchema({ text, integer, strict }: Dialect): readonly string[] {
  return [
    `create table scope_rules (id ${text} not null primary key, version ${integer} not null check (version >= 1), rule_id ${text} not null,
      edition ${integer} not null check (edition >= 1), terms ${text} not null, approval ${text}, retirement ${text}) ${strict}`,
    `create unique index scope_rules_edition on scope_rules (rule_id, edition)`,
    `create unique index scope_rules_draft on scope_rules (rule_id) where approval is null and retirement is null`,
    `alter table locations add column regulation ${text}`,
    // What was called cosmetic is; of everything else nobody has said what it is for.
    `alter table service_types add column purpose ${text} not null default 'unknown'`,
    `update service_types set purpose = 'cosmetic' where label_status = 'cosmetic'`,
  ]
}
