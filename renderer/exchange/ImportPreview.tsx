import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { rowOutcomes } from '../../shared/domain/importReport.ts'
import type { ImportReport } from '../../shared/domain/importReport.ts'
import { exchangeText } from '../../shared/text/en/exchange.ts'
import { useDesk, useRead } from '../client.ts'
import { useWhere } from '../screen.ts'
import { Section } from '../ui/Section.tsx'
import type { ImportSession } from './importSession.ts'
import { DateOrderField, LocationField, MappingFields } from './MappingFields.tsx'
import { ColumnsTable, ServicesTable, StaffTable } from './MappingTables.tsx'
import { Questions } from './Questions.tsx'
import { OutcomeMark, ReportRows } from './ReportRows.tsx'

type ReportProps = { readonly report: ImportReport; readonly session: ImportSession }

/** How many lines become what, and what of the file was not understood. */
function Summary({ report }: { readonly report: ImportReport }) {
  return (
    <>
      <Section title={exchangeText.counts}>
        <ul className="exchange-counts">
          {rowOutcomes.filter(outcome => report.counts[outcome] > 0).map(outcome => <li key={outcome}><OutcomeMark outcome={outcome} count={report.counts[outcome]} /></li>)}
        </ul>
      </Section>
      {report.notUnderstood.length > 0 && (
        <Section title={exchangeText.notUnderstood}>
          <ul className="exchange-open-points">{report.notUnderstood.map(sentence => <li key={sentence}>{sentence}</li>)}</ul>
        </Section>
      )}
    </>
  )
}

/** The file as it would be imported, and everything that decides how it is read. */
export function ImportPreview({ report, session }: ReportProps) {
  const { client } = useDesk()
  const { locations } = useWhere()
  const services = useRead(['serviceType', 'list'], () => client.serviceType.list({}))
  const staff = useRead(['staff', 'read'], () => client.staff.read({}))
  const [part, setPart] = useState<'lines' | 'how'>('lines')
  const disabled = session.busy === 'importing'
  const shared = { report, remap: session.remap, disabled }
  return (
    <>
      <Questions
        questions={report.questions}
        answer={question => (question === 'date-order' ? <DateOrderField {...shared} /> : <LocationField {...shared} locations={locations} />)}
      />
      <Summary report={report} />
      <Tabs value={part} onChange={next => setPart(next === 'how' ? 'how' : 'lines')} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="lines">{exchangeText.parts.lines}</Tabs.Tab>
          <Tabs.Tab value="how">{exchangeText.parts.how}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="lines" className="exchange-part"><ReportRows report={report} /></Tabs.Panel>
        <Tabs.Panel value="how" className="exchange-part">
          <MappingFields {...shared} locations={locations} />
          <ServicesTable {...shared} serviceTypes={services.value ?? []} />
          <StaffTable {...shared} practitioners={staff.value?.practitioners ?? []} />
          <ColumnsTable {...shared} />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}

/** What became of the file. */
export function ImportDone({ report }: { readonly report: ImportReport }) {
  return (
    <>
      <div className="notice notice-teal" role="status">
        <div>
          <p>{exchangeText.saved(report.counts['patient-new'] + report.counts['patient-possible-duplicate'], report.counts['visit-new'])}</p>
          <p className="quiet">{exchangeText.savedHint}</p>
        </div>
      </div>
      <Summary report={report} />
      <ReportRows report={report} />
    </>
  )
}
