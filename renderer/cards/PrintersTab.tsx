import { Checkbox, NumberInput, Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import { allStocks, choiceFor, isPossible, type PaperChoice, type PrinterSetting, type PrintSettings, settingOf } from '../../shared/domain/paper/printing.ts'
import { mostNudge, paperKinds } from '../../shared/domain/paper/stock.ts'
import { cardsText, printingText } from '../../shared/text/en/cards.ts'
import { paperKindWords } from '../../shared/text/en/paper.ts'
import { useDesk } from '../client.ts'
import { usePaperSettings } from '../paper/usePaperSettings.ts'
import { screen } from '../screen.ts'
import { Form } from '../ui/Form.tsx'
import { Section } from '../ui/Section.tsx'
import { Shown } from '../ui/Shown.tsx'
import { useSave } from '../ui/useSave.ts'
import { MeasuredPapers } from './MeasuredPapers.tsx'
import { PaperButtons } from './PaperButtons.tsx'
import { PrinterNotices, usePrinter } from './usePrinter.tsx'

type Edit = { readonly draft: PrintSettings; readonly change: (part: Partial<PrintSettings>) => void; readonly printers: readonly string[] }

/** The names of the computer's printers; none in a browser, which tells no page. */
function usePrinters(): readonly string[] {
  const [names, setNames] = useState<readonly string[]>([])
  useEffect(() => void window.desk?.printers().then(setNames), [])
  return names
}

/** Where each kind of paper is printed, how printers are set right, and papers that the practice measured itself. */
export function PrintersTab() {
  const { read } = usePaperSettings()
  return <Shown read={read}>{({ printing }) => <Printers key={printing.version} saved={printing} />}</Shown>
}

function Printers({ saved }: { readonly saved: PrintSettings }) {
  const { client } = useDesk()
  const [draft, setDraft] = useState(saved)
  const known = usePrinters()
  const state = useSave()
  const printers = [...new Set([...known, ...draft.printers.map(printer => printer.name).filter(name => name !== ''), ...draft.choices.flatMap(choice => choice.printer ?? [])])]
  const change = (part: Partial<PrintSettings>) => setDraft(was => ({ ...was, ...part }))
  const submit = async () => {
    if (await state.save(() => client.paper.amendPrinting(draft)) !== null) screen.say(printingText.saved)
  }
  return (
    <div className="printers">
      <Form
        name={cardsText.tabs.paper} dirty={draft !== saved} state={state} submit={() => void submit()} submitLabel={printingText.save}
        hold={draft.measured.every(isPossible) ? null : printingText.impossible}
      >
        <div className="field-row">
          <Select size="xs" label={printingText.usual} allowDeselect={false} value={draft.usual} onChange={usual => { if (usual !== null) change({ usual }) }}
            data={allStocks(draft).filter(({ kind }) => kind !== 'label' && kind !== 'list').map(({ id, name }) => ({ value: id, label: name }))} />
          <Select size="xs" label={printingText.page} allowDeselect={false} value={draft.page} onChange={page => change({ page: page === 'a4' ? 'a4' : 'letter' })}
            data={Object.entries(printingText.pages).map(([value, label]) => ({ value, label }))} />
        </div>
        <Kinds draft={draft} change={change} printers={printers} />
        <Nudges draft={draft} change={change} printers={printers} />
        <MeasuredPapers measured={draft.measured} change={measured => change({ measured })} />
      </Form>
      <Rulers saved={saved} />
    </div>
  )
}

function Kinds({ draft, change, printers }: Edit) {
  const put = (choice: PaperChoice) => change({ choices: [...draft.choices.filter(each => each.kind !== choice.kind), choice] })
  return (
    <Section title={printingText.byKind} hint={printers.length === 0 ? printingText.browserPrinters : printingText.silentHint}>
      {paperKinds.map((kind) => {
        const choice = choiceFor(draft, kind)
        return (
          <div key={kind} className="field-row printer-row">
            <Select size="xs" label={paperKindWords[kind]} placeholder={printingText.ask} clearable data={[...printers]} value={choice.printer}
              onChange={printer => put({ kind, printer, silent: printer !== null && choice.silent })} />
            <Checkbox size="xs" label={printingText.silent} aria-label={printingText.silentOf(paperKindWords[kind])} disabled={choice.printer === null} checked={choice.silent} onChange={event => put({ ...choice, silent: event.currentTarget.checked })} />
          </div>
        )
      })}
    </Section>
  )
}

function Nudges({ draft, change, printers }: Edit) {
  const put = (printer: PrinterSetting) => change({ printers: [...draft.printers.filter(each => each.name !== printer.name), printer] })
  const isFlip = (text: string | null): text is PrinterSetting['flip'] => text !== null && text in printingText.flips
  return (
    <Section title={printingText.nudge} hint={printingText.nudgeHint}>
      {['', ...printers].map((name) => {
        const setting = settingOf(draft, name)
        const words = name === '' ? printingText.anyPrinter : name
        const axis = (along: 'x' | 'y', label: string) => (
          <NumberInput size="xs" label={label} aria-label={`${label}: ${words}`} min={-mostNudge} max={mostNudge} step={0.1} decimalScale={1} value={setting.nudge[along]}
            onChange={value => put({ ...setting, nudge: { ...setting.nudge, [along]: typeof value === 'number' ? value : 0 } })} />
        )
        return (
          <fieldset key={name} className="printer-set">
            <legend>{words}</legend>
            <div className="field-row">
              {axis('x', printingText.right)}
              {axis('y', printingText.downward)}
              <Select size="xs" label={printingText.flip} aria-label={`${printingText.flip}: ${words}`} allowDeselect={false} value={setting.flip} data={Object.entries(printingText.flips).map(([value, label]) => ({ value, label }))}
                onChange={flip => { if (isFlip(flip)) put({ ...setting, flip }) }} />
            </div>
          </fieldset>
        )
      })}
    </Section>
  )
}

function Rulers({ saved }: { readonly saved: PrintSettings }) {
  const printer = usePrinter()
  const [stock, setStock] = useState(saved.usual)
  return (
    <Section title={printingText.rulers} hint={printingText.rulersHint}>
      <div className="field-row">
        <Select size="xs" label={cardsText.stock} allowDeselect={false} value={stock} onChange={next => { if (next !== null) setStock(next) }} data={allStocks(saved).map(({ id, name }) => ({ value: id, label: name }))} />
        <PaperButtons printer={printer} what={printingText.ruler} request={{ paper: 'ruler', appointmentIds: [], stock, startCell: 0, day: null }} />
      </div>
      <PrinterNotices printer={printer} />
    </Section>
  )
}
