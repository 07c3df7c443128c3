import { Button } from '@mantine/core'
import type { ImportReport } from '../../shared/domain/importReport.ts'
import { exchangeText } from '../../shared/text/en/exchange.ts'
import { WarningIcon } from '../ui/icons.tsx'
import { LoadingState } from '../ui/LoadingState.tsx'
import { MayButton } from '../ui/MayButton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { ChooseFile } from './ChooseFile.tsx'
import { ImportDone, ImportPreview } from './ImportPreview.tsx'
import { type ImportSession, useImportSession } from './importSession.ts'
import './exchange.css'

/** Why this report cannot be imported now; null when it can. */
function refusalOf({ questions, counts }: ImportReport): string | null {
  if (questions.length > 0) return exchangeText.answerFirst
  return counts['patient-new'] + counts['patient-possible-duplicate'] + counts['visit-new'] === 0 ? exchangeText.nothingNew : null
}

function Head({ session }: { readonly session: ImportSession }) {
  const { file, report, busy } = session
  return (
    <header className="screen-head">
      <div className="exchange-title">
        <h1>{exchangeText.title}</h1>
        {file !== null && report !== null && (
          <p className="quiet"><span className="exchange-file">{file.fileName}</span> · {exchangeText.facts(report.rows.length, report.encoding, report.delimiter)}</p>
        )}
      </div>
      {busy === 'reading' && report !== null && <LoadingState label={exchangeText.reading} />}
      {file !== null && <Button variant="default" disabled={busy === 'importing'} onClick={session.close}>{exchangeText.anotherFile}</Button>}
      {report !== null && !report.saved && (
        <MayButton refusal={busy === 'reading' ? exchangeText.reading : refusalOf(report)} loading={busy === 'importing'} onClick={session.save}>
          {exchangeText.importButton(report.counts['patient-new'] + report.counts['patient-possible-duplicate'], report.counts['visit-new'])}
        </MayButton>
      )}
    </header>
  )
}

/** Patients and visits of other programs: choose a file, look at what it becomes, import it. */
export function ExchangeScreen() {
  const session = useImportSession()
  const { report, busy, problem, fault } = session
  return (
    <div className="screen">
      <Head session={session} />
      <div className="screen-body exchange-body">
        {problem?.code === 'file-unreadable' || fault !== null
          ? <div className="notice notice-red" role="alert"><WarningIcon /><p>{problem?.code === 'file-unreadable' ? problem.why : fault}</p></div>
          : <ProblemNotice problem={problem} />}
        {report === null && busy === null && <ChooseFile open={session.open} />}
        {report === null && busy !== null && <LoadingState label={exchangeText.reading} />}
        {report !== null && (report.saved ? <ImportDone report={report} /> : <ImportPreview report={report} session={session} />)}
      </div>
    </div>
  )
}
