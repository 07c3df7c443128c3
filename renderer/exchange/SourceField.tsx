import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { exchangeText } from '../../shared/text/en/exchange.ts'

/** What the other program is called; taken when the field is left. */
export function SourceField({ source, disabled, put }: { readonly source: string; readonly disabled: boolean; readonly put: (source: string) => void }) {
  const [typed, setTyped] = useState(source)
  useEffect(() => setTyped(source), [source])
  const keep = () => { if (typed.trim() !== '' && typed !== source) put(typed) }
  return (
    <TextInput
      label={exchangeText.source} description={exchangeText.sourceHint} value={typed} maxLength={200} disabled={disabled} onChange={event => setTyped(event.currentTarget.value)} onBlur={keep}
      onKeyDown={event => { if (event.key === 'Enter') keep() }}
    />
  )
}
