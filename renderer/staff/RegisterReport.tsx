import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { PrintOutcome } from '../../shared/contract/wire.ts'
import { firstDayOf } from '../../shared/domain/qualification.ts'
import type { RegisterLine } from '../../shared/domain/register.ts'
import { dateWords, instantWords } from '../../shared/text/en/dates.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { registerText, stateWords } from '../../shared/text/en/register.ts'
import { qualificationText } from '../../shared/text/en/staff.ts'
import { useDesk, useRead } from '../client.ts'
import { screen, useWhere } from '../screen.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { DateField } from '../ui/DateField.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { MayButton } from '../ui/MayButton.tsx'
import { printPage } from '../ui/printPage.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { saveFile } from '../ui/saveFile.ts'
import { Shown } from '../ui/Shown.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { useSave } from '../ui/useSave.ts'
import { registerSheet } from './registerSheet.ts'
import { SignRegister } from './SignRegister.tsx'

type Order = 'person' | 'certification'
const isOrder = (text: string): text is Order => text === 'person' || text === 'certification'
const byCertification = (a: RegisterLine, b: RegisterLine): number => (a.type?.name ?? '').localeCompare(b.type?.name ?? '')

/** Who is, was or will be certified for what, as an auditor asks: on screen, on paper and as a file. */
export function RegisterReport() {
  const { client, may } = useDesk()
  const { today, location } = useWhere()
  const [asOf, setAsOf] = useState(today)
  const [order, setOrder] = useState<Order>('person')
  const [signing, setSigning] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const report = useRead(['staff', 'register', asOf], () => client.register.read({ asOf }), { keep: true })
  const practice = useRead(['practice', 'read'], () => client.practice.read({})).value?.practice.name ?? ''
  const { zone } = location
  const knownWords = report.value === null || report.value.knownAt === null ? registerText.asNow : registerText.asThen(instantWords(report.value.knownAt, zone))
  const lines = (report.value?.lines ?? []).toSorted(order === 'person' ? () => 0 : byCertification)
  const send = async (how: 'print' | 'save') => {
    const job = registerSheet({ practice, asOf, knownWords, zone }, lines)
    const outcome: PrintOutcome = await (how === 'save' ? (window.desk?.savePdf ?? printPage)(job) : printPage(job))
    setFailed(outcome.kind === 'failed' ? outcome.sentence : null)
    if (outcome.kind === 'cancelled') screen.say(registerText.notPrinted)
    if (outcome.kind === 'done') screen.say(how === 'print' ? registerText.printed : registerText.saved)
  }
  const csv = useSave()
  const saveCsv = async () => {
    const file = await csv.save(() => client.register.csv({ asOf }))
    if (file !== null) saveFile(`${registerText.fileName(asOf)}.csv`, file.text)
  }
  // While another day is being read the lines of the day before are on the screen: they go on no paper that names this one.
  const notRead = report.value === null || report.refreshing ? registerText.notRead : null
  return (
    <>
      <div className="field-row register-head">
        <DateField className="fixed" label={registerText.asOf} value={asOf} today={today} onChange={date => date !== null && setAsOf(date)} />
        <SegmentedControl
          size="xs"
          aria-label={registerText.grouped}
          value={order}
          onChange={next => {
            if (isOrder(next)) setOrder(next)
          }}
          data={[
            { value: 'person', label: registerText.byPerson },
            { value: 'certification', label: registerText.byCertification },
          ]}
        />
        <div className="button-row">
          <MayButton variant="default" refusal={notRead} onClick={() => void send('print')}>{registerText.print}</MayButton>
          <MayButton variant="default" refusal={notRead} onClick={() => void send('save')}>{registerText.savePdf}</MayButton>
          <MayButton variant="default" refusal={notRead} loading={csv.saving} onClick={() => void saveCsv()}>{registerText.csv}</MayButton>
          <MayButton refusal={may('certification.verify') ? notRead : registerText.maySign} onClick={() => setSigning(true)}>
            {registerText.sign}
          </MayButton>
        </div>
      </div>
      {failed !== null && <p className="notice notice-red">{failed}</p>}
      <ProblemNotice problem={csv.problem} />
      {report.value !== null && <p className="quiet">{knownWords}</p>}
      <Shown read={report}>
        {() =>
          lines.length === 0 ? (
            <EmptyState title={registerText.none} hint={registerText.noneHint} />
          ) : (
            <DataTable
              caption={registerText.title}
              rows={lines}
              rowKey={line => line.qualification.id}
              columns={[
                { title: registerText.person, width: '15%', cell: line => fullName(line.name) },
                { title: registerText.certification, width: '17%', cell: line => line.type?.name ?? '' },
                { title: registerText.number, width: '11%', cell: line => line.qualification.number },
                { title: registerText.from, width: '104px', cell: line => <span className="nowrap">{dateWords(firstDayOf(line.qualification))}</span> },
                { title: registerText.through, width: '104px', cell: line => <span className="nowrap">{line.qualification.expires === null ? '–' : dateWords(line.qualification.expires)}</span> },
                {
                  title: registerText.state,
                  cell: line => <StateMark kind={line.state === 'verified' ? 'good' : line.state === 'superseded' ? 'off' : 'flag'}>{stateWords[line.state]}</StateMark>,
                },
                {
                  title: registerText.verified,
                  cell: ({ qualification: { verification } }) =>
                    verification.state === 'verified'
                      ? qualificationText.verified(verification.byName, instantWords(verification.at, zone), verification.method)
                      : qualificationText.unverified,
                },
                { title: registerText.entered, cell: line => (line.entered === null ? '–' : registerText.enteredLine(instantWords(line.entered.at, zone), line.entered.by)) },
              ]}
            />
          )
        }
      </Shown>
      <SignRegister asOf={asOf} signing={signing} close={() => setSigning(false)} />
    </>
  )
}
