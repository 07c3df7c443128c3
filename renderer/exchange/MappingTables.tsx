import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { type ImportField, importFields, type ImportMapping, type ImportReport } from '../../shared/domain/importReport.ts'
import type { Practitioner } from '../../shared/domain/person.ts'
import type { ServiceType } from '../../shared/domain/service.ts'
import { exchangeText, fieldWords } from '../../shared/text/en/exchange.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { Section } from '../ui/Section.tsx'

type TableProps = { readonly report: ImportReport; readonly remap: (changes: Partial<ImportMapping>) => void; readonly disabled: boolean }
type FileColumn = { readonly at: number; readonly heading: string; readonly example: string; readonly field: ImportField | null }
type Named = { readonly at: number; readonly name: string; readonly choose: ReactNode }

const none = '-'
const isField = (text: string | null): text is ImportField => importFields.some(field => field === text)
const fieldChoices = [{ value: none, label: exchangeText.leftOut }, ...importFields.map(field => ({ value: field, label: fieldWords[field] }))]

/** What each column of the file means. */
export function ColumnsTable({ report, remap, disabled }: TableProps) {
  const rows = report.columns.map((heading, at): FileColumn => ({ at, heading, example: report.examples[at] ?? '', field: report.mapping.columns[at] ?? null }))
  const put = (at: number, text: string | null) => remap({ columns: report.mapping.columns.map((field, other) => (other === at ? (isField(text) ? text : null) : field)) })
  const columns: readonly Column<FileColumn>[] = [
    { title: exchangeText.heading, width: '30%', cell: row => row.heading },
    { title: exchangeText.example, width: '40%', cell: row => <span className="quiet">{row.example}</span> },
    {
      title: exchangeText.meaning,
      cell: row => (
        <Select aria-label={exchangeText.meaningOf(row.heading)} searchable allowDeselect={false} disabled={disabled} data={fieldChoices} value={row.field ?? none} onChange={text => put(row.at, text)} />
      ),
    },
  ]
  return (
    <Section title={exchangeText.columns} hint={exchangeText.columnsHint}>
      <DataTable caption={exchangeText.columns} columns={columns} rows={rows} rowKey={row => String(row.at)} />
    </Section>
  )
}

const namedColumns: readonly Column<Named>[] = [
  { title: exchangeText.service, width: '50%', cell: row => row.name },
  { title: exchangeText.serviceHere, cell: row => row.choose },
]

/** What the file's services are called here. */
export function ServicesTable({ report, remap, disabled, serviceTypes }: TableProps & { readonly serviceTypes: readonly ServiceType[] }) {
  const { services } = report.mapping
  const choices = [
    { value: 'draft', label: exchangeText.draft }, { value: none, label: exchangeText.serviceLeftOut },
    ...serviceTypes.filter(type => type.status !== 'retired').map(type => ({ value: type.id, label: type.name })),
  ]
  const put = (at: number, text: string | null) => {
    const to = text === 'draft' ? 'draft' : (serviceTypes.find(type => type.id === text)?.id ?? null)
    remap({ services: services.map((entry, other) => (other === at ? { ...entry, to } : entry)) })
  }
  if (services.length === 0) return null
  const rows = services.map((entry, at): Named => ({
    at, name: entry.name || exchangeText.noService,
    choose: <Select aria-label={exchangeText.serviceOf(entry.name)} searchable allowDeselect={false} disabled={disabled} data={choices} value={entry.to ?? none} onChange={text => put(at, text)} />,
  }))
  return (
    <Section title={exchangeText.services} hint={exchangeText.servicesHint}>
      <DataTable caption={exchangeText.services} columns={namedColumns} rows={rows} rowKey={row => String(row.at)} />
    </Section>
  )
}

/** Who the file's staff are here. */
export function StaffTable({ report, remap, disabled, practitioners }: TableProps & { readonly practitioners: readonly Practitioner[] }) {
  const { staff } = report.mapping
  const choices = [{ value: none, label: exchangeText.nobody }, ...practitioners.map(person => ({ value: person.id, label: fullName(person.name) }))]
  const put = (at: number, text: string | null) => {
    const to = practitioners.find(person => person.id === text)?.id ?? null
    remap({ staff: staff.map((entry, other) => (other === at ? { ...entry, to } : entry)) })
  }
  if (staff.length === 0) return null
  const rows = staff.map((entry, at): Named => ({
    at, name: entry.name,
    choose: <Select aria-label={exchangeText.staffOf(entry.name)} searchable allowDeselect={false} disabled={disabled} data={choices} value={entry.to ?? none} onChange={text => put(at, text)} />,
  }))
  return (
    <Section title={exchangeText.staff} hint={exchangeText.staffHint}>
      <DataTable caption={exchangeText.staff} columns={namedColumns} rows={rows} rowKey={row => String(row.at)} />
    </Section>
  )
}
