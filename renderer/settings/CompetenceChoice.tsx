import { MultiSelect } from '@mantine/core'
import type { Competence } from '../../shared/domain/certification.ts'

/** Competences with the words that the practice uses for them. */
export type Named = readonly { readonly code: Competence; readonly label: string }[]

type CompetenceChoiceProps = {
  readonly label: string
  readonly hint?: string
  readonly all: Named
  readonly value: readonly Competence[]
  readonly change: (value: readonly Competence[]) => void
  readonly error?: string | undefined
}

/** Which competences are required. */
export function CompetenceChoice({ label, hint, all, value, change, error }: CompetenceChoiceProps) {
  return (
    <MultiSelect
      size="xs"
      searchable
      label={label}
      description={hint}
      data={all.map(one => ({ value: one.code, label: one.label }))}
      value={[...value]}
      error={error}
      onChange={codes => change(all.filter(one => codes.includes(one.code)).map(one => one.code))}
    />
  )
}
