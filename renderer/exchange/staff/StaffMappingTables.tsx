import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CertificationType } from '../../../shared/domain/certification.ts'
import { roles } from '../../../shared/domain/person.ts'
import { type StaffField, staffFields, type StaffMapping, type StaffReport } from '../../../shared/domain/staffImport.ts'
import { exchangeText } from '../../../shared/text/en/exchange.ts'
import { roleWords } from '../../../shared/text/en/names.ts'
import { staffFieldWords, staffImportText } from '../../../shared/text/en/staffImport.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { Section } from '../../ui/Section.tsx'

type TableProps = { readonly report: StaffReport; readonly remap: (changes: Partial<StaffMapping>) => void; readonly disabled: boolean }
type FileColumn = { readonly at: number; readonly heading: string; readonly example: string; readonly field: StaffField | null }
type Named = { readonly at: number; readonly name: string; readonly choose: ReactNode }

const none = '-'
const fieldChoices = [{ value: none, label: exchangeText.leftOut }, ...staffFields.map(field => ({ value: field, label: staffFieldWords[field] }))]
const roleChoices = [{ value: none, label: staffImportText.noRole }, ...roles.map(role => ({ value: role, label: roleWords[role] }))]

/** What each column of a table means. */
export function StaffColumns({ report, remap, disabled }: TableProps) {
  if (report.columns.length === 0) return null
  const { columns: meanings } = report.mapping
  const rows = report.columns.map((heading, at): FileColumn => ({ at, heading, example: report.examples[at] ?? '', field: meanings[at] ?? null }))
  const put = (at: number, text: string | null) => remap({ columns: rows.map(row => (row.at === at ? (staffFields.find(field => field === text) ?? null) : row.field)) })
  const columns: readonly Column<FileColumn>[] = [
    { title: exchangeText.heading, width: '30%', cell: row => row.heading },
    { title: exchangeText.example, width: '40%', cell: row => <span className="quiet">{row.example}</span> },
    {
      title: exchangeText.meaning,
      cell: row => <Select aria-label={exchangeText.meaningOf(row.heading)} searchable allowDeselect={false} disabled={disabled} data={fieldChoices} value={row.field ?? none} onChange={text => put(row.at, text)} />,
    },
  ]
  return (
    <Section title={exchangeText.columns} hint={exchangeText.columnsHint}>
      <DataTable caption={exchangeText.columns} columns={columns} rows={rows} rowKey={row => String(row.at)} />
    </Section>
  )
}

/** What the list's kinds of certification are here. */
export function StaffTypes({ report, remap, disabled, types: known }: TableProps & { readonly types: readonly CertificationType[] }) {
  const { types } = report.mapping
  if (types.length === 0) return null
  const choices = [{ value: 'new', label: staffImportText.newType }, { value: none, label: staffImportText.typeLeftOut }, ...known.map(type => ({ value: type.id, label: type.name }))]
  const put = (at: number, text: string | null) => {
    const to = text === 'new' ? 'new' : (known.find(type => type.id === text)?.id ?? null)
    remap({ types: types.map((entry, other) => (other === at ? { ...entry, to } : entry)) })
  }
  const rows = types.map((entry, at): Named => ({
    at, name: entry.name,
    choose: <Select aria-label={staffImportText.typeOf(entry.name)} searchable allowDeselect={false} disabled={disabled} data={choices} value={entry.to ?? none} onChange={text => put(at, text)} />,
  }))
  return (
    <Section title={staffImportText.types} hint={staffImportText.typesHint}>
      <DataTable
        caption={staffImportText.types} rows={rows} rowKey={row => String(row.at)}
        columns={[{ title: staffImportText.type, width: '50%', cell: row => row.name }, { title: staffImportText.typeHere, cell: row => row.choose }]}
      />
    </Section>
  )
}

/** What the list's degrees and job titles make of somebody here. */
export function StaffRoles({ report, remap, disabled }: TableProps) {
  const { roles: words } = report.mapping
  if (words.length === 0) return null
  const put = (at: number, text: string | null) => remap({ roles: words.map((entry, other) => (other === at ? { ...entry, to: roles.find(role => role === text) ?? null } : entry)) })
  const rows = words.map((entry, at): Named => ({
    at, name: entry.name,
    choose: <Select aria-label={staffImportText.roleOf(entry.name)} searchable allowDeselect={false} disabled={disabled} data={roleChoices} value={entry.to ?? none} onChange={text => put(at, text)} />,
  }))
  return (
    <Section title={staffImportText.roles} hint={staffImportText.rolesHint}>
      <DataTable
        caption={staffImportText.roles} rows={rows} rowKey={row => String(row.at)}
        columns={[{ title: staffImportText.role, width: '50%', cell: row => row.name }, { title: staffImportText.roleHere, cell: row => row.choose }]}
      />
    </Section>
  )
}
