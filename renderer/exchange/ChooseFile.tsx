import { Button, FileButton } from '@mantine/core'
import { type DragEvent, useState } from 'react'
import { exchangeText } from '../../shared/text/en/exchange.ts'

/** Where a file is chosen or dropped. */
export function ChooseFile({ open }: { readonly open: (file: File) => void }) {
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
      <h2>{exchangeText.start}</h2>
      <p className="quiet">{exchangeText.startHint}</p>
      <div className="button-row">
        <FileButton accept=".csv,.tsv,.txt,text/csv,text/plain" onChange={file => { if (file !== null) open(file) }}>
          {props => <Button {...props} size="sm">{exchangeText.choose}</Button>}
        </FileButton>
        <span className="quiet">{exchangeText.drop}</span>
      </div>
    </div>
  )
}
