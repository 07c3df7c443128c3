import { Button, FileButton } from '@mantine/core'
import { type DragEvent, useState } from 'react'
import { exchangeText } from '../../shared/text/en/exchange.ts'

type ChooseFileProps = {
  readonly words: { readonly start: string; readonly startHint: string; readonly choose: string }
  readonly accept: string
  readonly open: (file: File) => void
}

/** Where a file is chosen or dropped. */
export function ChooseFile({ words, accept, open }: ChooseFileProps) {
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent<HTMLDivElement>) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file !== undefined) open(file)
  }
  return (
    <div
      className="exchange-drop" data-over={over || undefined} onDrop={drop} onDragLeave={() => setOver(false)}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
    >
      <h2>{words.start}</h2>
      <p className="quiet">{words.startHint}</p>
      <div className="button-row">
        <FileButton accept={accept} onChange={file => { if (file !== null) open(file) }}>
          {props => <Button {...props} size="sm">{words.choose}</Button>}
        </FileButton>
        <span className="quiet">{exchangeText.drop}</span>
      </div>
    </div>
  )
}
