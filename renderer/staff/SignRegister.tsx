import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { RegisterSnapshotId } from '../../shared/domain/ids.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { dateWords, instantWords } from '../../shared/text/en/dates.ts'
import { registerText } from '../../shared/text/en/register.ts'
import { useDesk, useRead } from '../client.ts'
import { screen, useWhere } from '../screen.ts'
import { Form } from '../ui/Form.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { saveFile } from '../ui/saveFile.ts'
import { Section } from '../ui/Section.tsx'
import { Shown } from '../ui/Shown.tsx'
import { useSave } from '../ui/useSave.ts'

function SignForm({ asOf, close }: { readonly asOf: PlainDate; readonly close: () => void }) {
  const { client } = useDesk()
  const [statement, setStatement] = useState<string>(registerText.statementStart)
  const save = useSave()
  const submit = async () => {
    if ((await save.save(() => client.register.sign({ asOf, statement }))) === null) return
    screen.say(registerText.signed)
    close()
  }
  return (
    <div className="inset-form">
      <Form
        name={registerText.signTitle}
        dirty={statement !== registerText.statementStart}
        state={save}
        submit={() => void submit()}
        submitLabel={registerText.sign}
        cancel={close}
      >
        <p className="quiet">{`${registerText.signTitle}: ${registerText.asOf.toLowerCase()} ${dateWords(asOf)}`}</p>
        <Textarea label={registerText.statement} autoFocus autosize value={statement} onChange={event => setStatement(event.currentTarget.value)} />
      </Form>
    </div>
  )
}

type SignRegisterProps = { readonly asOf: PlainDate; readonly signing: boolean; readonly close: () => void }

/** Registers that were signed off: each kept for good, with the hash that proves it. */
export function SignRegister({ asOf, signing, close }: SignRegisterProps) {
  const { client } = useDesk()
  const { location } = useWhere()
  const [broken, setBroken] = useState(false)
  const opening = useSave()
  const kept = useRead(['staff', 'snapshots'], () => client.register.snapshots({}))
  const open = async (id: RegisterSnapshotId, date: PlainDate) => {
    const found = await opening.save(() => client.register.snapshot({ id }))
    if (found === null) return
    setBroken(!found.intact)
    if (found.intact) saveFile(`${registerText.fileName(date)}.csv`, found.text)
  }
  return (
    <Section title={registerText.snapshots}>
      {signing && <SignForm asOf={asOf} close={close} />}
      <ProblemNotice problem={opening.problem} />
      {broken && <p className="notice notice-red">{registerText.snapshotBroken}</p>}
      <Shown read={kept}>
        {({ snapshots }) =>
          snapshots.length === 0 ? (
            <p className="quiet">{registerText.noSnapshots}</p>
          ) : (
            <ul className="line-list">
              {snapshots.map(one => (
                <li key={one.id}>
                  <span className="line-words">
                    {`${registerText.asOf} ${dateWords(one.asOf)} · ${one.signedBy}, ${instantWords(one.at, location.zone)}`}
                    <span className="quiet">{` · ${one.statement}`}</span>
                    <br />
                    <code className="hash">{`${registerText.hash} ${one.sha256}`}</code>
                  </span>
                  <Button size="compact-xs" variant="default" onClick={() => void open(one.id, one.asOf)}>{registerText.snapshotOpen}</Button>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </Section>
  )
}
