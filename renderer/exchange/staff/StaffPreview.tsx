import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { staffOutcomes, type StaffReport } from '../../../shared/domain/staffImport.ts'
import { exchangeText } from '../../../shared/text/en/exchange.ts'
import { staffImportText } from '../../../shared/text/en/staffImport.ts'
import { Section } from '../../ui/Section.tsx'
import { useRegister } from '../../staff/register.ts'
import { DateOrderField } from '../MappingFields.tsx'
import { Questions } from '../Questions.tsx'
import { SourceField } from '../SourceField.tsx'
import { StaffColumns, StaffRoles, StaffTypes } from './StaffMappingTables.tsx'
import { StaffMark, StaffRows } from './StaffRows.tsx'
import type { StaffSession } from './staffSession.ts'

/** How many entries become what, and each field of the list that was not understood. */
function Summary({ report }: { readonly report: StaffReport }) {
  return (
    <>
      <Section title={staffImportText.counts}>
        <ul className="exchange-counts">
          {staffOutcomes.filter(outcome => report.counts[outcome] > 0).map(outcome => <li key={outcome}><StaffMark outcome={outcome} count={report.counts[outcome]} /></li>)}
        </ul>
      </Section>
      {report.notUnderstood.length > 0 && (
        <Section title={exchangeText.notUnderstood}>
          <ul className="exchange-open-fields">{report.notUnderstood.map((sentence, index) => <li key={index}>{sentence}</li>)}</ul>
        </Section>
      )}
    </>
  )
}

type PreviewProps = { readonly report: StaffReport; readonly session: StaffSession }

/** The list as it would be recorded, and everything that decides how it is read. */
export function StaffPreview({ report, session }: PreviewProps) {
  const register = useRegister()
  const [part, setPart] = useState<'rows' | 'how'>('rows')
  const disabled = session.busy === 'importing'
  const shared = { report, remap: session.remap, disabled }
  return (
    <>
      <Questions questions={report.questions} answer={() => <DateOrderField {...shared} />} />
      <Summary report={report} />
      <Tabs value={part} onChange={next => setPart(next === 'how' ? 'how' : 'rows')} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="rows">{staffImportText.parts.rows}</Tabs.Tab>
          <Tabs.Tab value="how">{staffImportText.parts.how}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="rows" className="exchange-part"><StaffRows report={report} /></Tabs.Panel>
        <Tabs.Panel value="how" className="exchange-part">
          <div className="field-row">
            <SourceField source={report.mapping.source} disabled={disabled} put={source => session.remap({ source })} />
            {report.format === 'csv' && report.questions.length === 0 && <DateOrderField {...shared} />}
          </div>
          <StaffTypes {...shared} types={register.value?.certificationTypes ?? []} />
          <StaffRoles {...shared} />
          <StaffColumns {...shared} />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}

/** What became of the list. */
export function StaffDone({ report }: { readonly report: StaffReport }) {
  return (
    <>
      <div className="notice notice-teal" role="status">
        <div>
          <p>{staffImportText.saved(report.counts['person-new'], report.counts['certification-new'])}</p>
          <p className="quiet">{staffImportText.savedHint}</p>
        </div>
      </div>
      <Summary report={report} />
      <StaffRows report={report} />
    </>
  )
}
