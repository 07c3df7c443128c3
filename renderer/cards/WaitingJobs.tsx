import { Button } from '@mantine/core'
import type { KeptPrintJob } from '../../shared/domain/paper/printing.ts'
import { cardsText } from '../../shared/text/en/cards.ts'
import { instantWords } from '../../shared/text/en/dates.ts'
import { paperWords } from '../../shared/text/en/paper.ts'
import { useDesk, useRead } from '../client.ts'
import { useWhere } from '../screen.ts'
import { PrintIcon } from '../ui/icons.tsx'
import { ProblemNotice, ReadNotice } from '../ui/ProblemNotice.tsx'
import { Section } from '../ui/Section.tsx'
import { useSave } from '../ui/useSave.ts'
import { PrinterNotices, usePrinter } from './usePrinter.tsx'

/** Jobs that no printer took: printed again as the store is then, or thrown away. */
export function WaitingJobs() {
  const { client } = useDesk()
  const read = useRead(['printJob', 'list'], () => client.printJob.list({}))
  const jobs = read.value ?? []
  if (jobs.length === 0) return <ReadNotice read={read} />
  return (
    <Section title={cardsText.waiting} level={2}>
      <ul className="waiting-jobs">{jobs.map(job => <WaitingJob key={job.id} job={job} />)}</ul>
    </Section>
  )
}

function WaitingJob({ job }: { readonly job: KeptPrintJob }) {
  const { client, host } = useDesk()
  const { location } = useWhere()
  // Kept already: failing again must not keep it twice.
  const printer = usePrinter({ keeps: false })
  const save = useSave()
  const { id, version, request } = job
  const what = cardsText.waitingWhat(paperWords[request.paper], request.appointmentIds.length)
  const settle = () => void save.save(() => client.printJob.settle({ id, version }))
  const again = async (onAnother: boolean) => {
    if (await printer.send('printed', request, onAnother)) settle()
  }
  return (
    <li className="waiting-job">
      <span><strong>{what}</strong> <span className="quiet">{cardsText.waitingSince(instantWords(job.at, location.zone), job.accountName)}</span></span>
      <span className="quiet">{job.reason}</span>
      <div className="button-row">
        <Button size="xs" leftSection={<PrintIcon size={14} />} loading={printer.busy || save.saving} aria-label={`${cardsText.printAgain}: ${what}`} onClick={() => void again(false)}>{cardsText.printAgain}</Button>
        {host === 'desktop' && (
          <Button size="xs" variant="default" disabled={printer.busy || save.saving} aria-label={`${cardsText.otherPrinter}: ${what}`} onClick={() => void again(true)}>{cardsText.otherPrinter}</Button>
        )}
        <Button size="xs" variant="default" disabled={printer.busy || save.saving} aria-label={`${cardsText.throwAway}: ${what}`} onClick={settle}>{cardsText.throwAway}</Button>
      </div>
      <PrinterNotices printer={printer} />
      <ProblemNotice problem={save.problem} />
    </li>
  )
}
