import { Button } from '@mantine/core'
import { exchangeText } from '../../shared/text/en/exchange.ts'
import { LoadingState } from '../ui/LoadingState.tsx'
import { MayButton } from '../ui/MayButton.tsx'

type HeadProps = {
  readonly session: { readonly file: { readonly fileName: string } | null; readonly busy: 'reading' | 'importing' | null; readonly save: () => void; readonly close: () => void }
  /** What is known of the file once it was read; null before. */
  readonly read: { readonly facts: string; readonly refusal: string | null; readonly button: string; readonly saved: boolean } | null
}

/** The file that is open, and what can be done with it. */
export function ExchangeHead({ session: { file, busy, save, close }, read }: HeadProps) {
  return (
    <header className="screen-head">
      <div className="exchange-title">
        <h1>{exchangeText.title}</h1>
        {file !== null && read !== null && <p className="quiet"><span className="exchange-file">{file.fileName}</span> · {read.facts}</p>}
      </div>
      {busy === 'reading' && read !== null && <LoadingState label={exchangeText.reading} />}
      {file !== null && <Button variant="default" disabled={busy === 'importing'} onClick={close}>{exchangeText.anotherFile}</Button>}
      {read !== null && !read.saved && (
        <MayButton refusal={busy === 'reading' ? exchangeText.reading : read.refusal} loading={busy === 'importing'} onClick={save}>{read.button}</MayButton>
      )}
    </header>
  )
}
