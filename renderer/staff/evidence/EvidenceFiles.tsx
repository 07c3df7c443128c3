import { Button, FileButton } from '@mantine/core'
import { useState } from 'react'
import { type Evidence, largestEvidence } from '../../../shared/domain/evidence.ts'
import type { QualificationId } from '../../../shared/domain/ids.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { evidenceFileSentence, evidenceText } from '../../../shared/text/en/evidence.ts'
import { useDesk, useRead } from '../../client.ts'
import { base64Of } from '../../exchange/base64Of.ts'
import { FileTrouble } from '../../exchange/FileTrouble.tsx'
import { screen } from '../../screen.ts'
import { Shown } from '../../ui/Shown.tsx'
import { EvidenceRow } from './EvidenceRow.tsx'
import { EvidenceViewer } from './EvidenceViewer.tsx'
import type { OpenedFile } from './openEvidence.ts'

type Trouble = { readonly problem: Problem | null; readonly fault: string | null }
const none: Trouble = { problem: null, fault: null }

function Files({ id }: { readonly id: QualificationId }) {
  const { client, may } = useDesk()
  const files = useRead(['staff', 'evidence', id], () => client.evidence.list({ qualificationId: id }))
  const [trouble, setTrouble] = useState(none)
  const [busy, setBusy] = useState(false)
  const [opened, setOpened] = useState<OpenedFile | null>(null)

  const attach = async (chosen: File) => {
    if (chosen.size > largestEvidence) {
      setTrouble({ problem: null, fault: evidenceFileSentence.tooLarge })
      return
    }
    setBusy(true)
    const bytes = await base64Of(chosen)
    const answer = bytes === null ? null : await client.evidence.attach({ qualificationId: id, title: chosen.name.slice(0, 200), bytes })
    setBusy(false)
    setTrouble(answer === null ? { problem: null, fault: evidenceText.unreadable } : answer.ok ? none : { problem: answer.problem, fault: null })
    if (answer?.ok === true) screen.say(evidenceText.attached(answer.value.title))
  }
  const open = async ({ id: file }: Evidence) => {
    const answer = await client.evidence.open({ id: file })
    setTrouble(answer.ok ? none : { problem: answer.problem, fault: null })
    if (!answer.ok) return
    const { evidence: { title, mediaType, sha256 }, bytes } = answer.value
    setOpened({ title, mediaType, sha256, bytes })
  }
  return (
    <div>
      <FileTrouble {...trouble} />
      <Shown read={files}>
        {value => value.files.length === 0
          ? <p className="quiet">{evidenceText.none}</p>
          : <ul className="line-list evidence-list">{value.files.map(file => <EvidenceRow key={file.id} file={file} open={one => void open(one)} />)}</ul>}
      </Shown>
      {may('certification.write')
        ? (
          <FileButton accept="application/pdf,image/png,image/jpeg,image/webp" onChange={file => { if (file !== null) void attach(file) }}>
            {props => <Button {...props} size="compact-xs" variant="light" loading={busy}>{busy ? evidenceText.attaching : evidenceText.attach}</Button>}
          </FileButton>
        )
        : <p className="quiet">{evidenceText.mayNotAttach}</p>}
      {opened !== null && <EvidenceViewer file={opened} close={() => setOpened(null)} />}
    </div>
  )
}

/** The files that show a certification; read only once somebody asks for them. */
export function EvidenceFiles({ id }: { readonly id: QualificationId }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="compact-xs" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? evidenceText.hide : evidenceText.show}</Button>
      {open && <Files id={id} />}
    </>
  )
}
