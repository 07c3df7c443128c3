import type { ReactNode } from 'react'
import type { StaffReport } from '../../../shared/domain/staffImport.ts'
import { exchangeText } from '../../../shared/text/en/exchange.ts'
import { staffImportText } from '../../../shared/text/en/staffImport.ts'
import { useDesk } from '../../client.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { ChooseFile } from '../ChooseFile.tsx'
import { ExchangeHead } from '../ExchangeHead.tsx'
import { FileTrouble } from '../FileTrouble.tsx'
import { StaffDone, StaffPreview } from './StaffPreview.tsx'
import { useStaffSession } from './staffSession.ts'

function readOf(report: StaffReport) {
  const { counts, rows, format, encoding, questions, saved } = report
  const [people, papers] = [counts['person-new'], counts['certification-new']]
  const refusal = questions.length > 0 ? exchangeText.answerFirst : people + papers === 0 ? staffImportText.nothingNew : null
  return { facts: staffImportText.facts(rows.length, staffImportText.formats[format], encoding), refusal, button: staffImportText.importButton(people, papers), saved }
}

/** A staff list of another program: choose a file, look at what it becomes, record it. */
export function StaffExchange({ tabs }: { readonly tabs: ReactNode }) {
  const { may } = useDesk()
  const session = useStaffSession()
  const { report, busy, problem, fault } = session
  return (
    <>
      <ExchangeHead session={session} read={report === null ? null : readOf(report)} />
      {tabs}
      <div className="screen-body exchange-body">
        {!may('certification.write') && <EmptyState title={staffImportText.mayNot} />}
        <FileTrouble problem={problem} fault={fault} />
        {report === null && busy === null && may('certification.write') && (
          <ChooseFile words={staffImportText} accept=".csv,.tsv,.txt,.hl7,.json,.ndjson,text/csv,text/plain,application/json" open={session.open} />
        )}
        {report === null && busy !== null && <LoadingState label={exchangeText.reading} />}
        {report !== null && (report.saved ? <StaffDone report={report} /> : <StaffPreview report={report} session={session} />)}
      </div>
    </>
  )
}
