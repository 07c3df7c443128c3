import { SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import { create } from 'zustand'
import type { ImportReport } from '../../shared/domain/importReport.ts'
import { exchangeText } from '../../shared/text/en/exchange.ts'
import { staffImportText } from '../../shared/text/en/staffImport.ts'
import { LoadingState } from '../ui/LoadingState.tsx'
import { ChooseFile } from './ChooseFile.tsx'
import { ExchangeHead } from './ExchangeHead.tsx'
import { FileTrouble } from './FileTrouble.tsx'
import { ImportDone, ImportPreview } from './ImportPreview.tsx'
import { useImportSession } from './importSession.ts'
import { StaffExchange } from './staff/StaffExchange.tsx'
import './exchange.css'

/** Which kind of file is looked at; it waits while another screen is open. */
const usePart = create<{ readonly part: 'book' | 'staff' }>(() => ({ part: 'book' }))

function readOf(report: ImportReport) {
  const { questions, counts, rows, encoding, delimiter, saved } = report
  const [patients, visits] = [counts['patient-new'] + counts['patient-possible-duplicate'], counts['visit-new']]
  const refusal = questions.length > 0 ? exchangeText.answerFirst : patients + visits === 0 ? exchangeText.nothingNew : null
  return { facts: exchangeText.facts(rows.length, encoding, delimiter), refusal, button: exchangeText.importButton(patients, visits), saved }
}

function BookExchange({ tabs }: { readonly tabs: ReactNode }) {
  const session = useImportSession()
  const { report, busy, problem, fault } = session
  return (
    <>
      <ExchangeHead session={session} read={report === null ? null : readOf(report)} />
      {tabs}
      <div className="screen-body exchange-body">
        <FileTrouble problem={problem} fault={fault} />
        {report === null && busy === null && <ChooseFile words={exchangeText} accept=".csv,.tsv,.txt,text/csv,text/plain" open={session.open} />}
        {report === null && busy !== null && <LoadingState label={exchangeText.reading} />}
        {report !== null && (report.saved ? <ImportDone report={report} /> : <ImportPreview report={report} session={session} />)}
      </div>
    </>
  )
}

/** Patients, visits and staff of other programs: choose a file, look at what it becomes, import it. */
export function ExchangeScreen() {
  const { part } = usePart()
  const tabs = (
    <div className="exchange-tabs">
      <SegmentedControl
        aria-label={staffImportText.tabsLabel} value={part} onChange={next => usePart.setState({ part: next === 'staff' ? 'staff' : 'book' })}
        data={[{ value: 'book', label: staffImportText.tabs.book }, { value: 'staff', label: staffImportText.tabs.staff }]}
      />
    </div>
  )
  return <div className="screen">{part === 'book' ? <BookExchange tabs={tabs} /> : <StaffExchange tabs={tabs} />}</div>
}
