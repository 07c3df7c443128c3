import { Button, NumberInput, TextInput } from '@mantine/core'
import { isPossible } from '../../shared/domain/paper/printing.ts'
import type { Stock } from '../../shared/domain/paper/stock.ts'
import { printingText } from '../../shared/text/en/cards.ts'
import { PlusIcon } from '../ui/icons.tsx'
import { Section } from '../ui/Section.tsx'

type Field = keyof typeof printingText.fields
const fieldNames = ['pageWidth', 'pageHeight', 'cardWidth', 'cardHeight', 'columns', 'rows', 'left', 'top', 'pitchX', 'pitchY'] as const satisfies readonly Field[]
const isCount = (field: Field): boolean => field === 'columns' || field === 'rows'

const read = (stock: Stock, field: Field): number => {
  switch (field) {
    case 'pageWidth': return stock.page.width
    case 'pageHeight': return stock.page.height
    case 'cardWidth': return stock.card.width
    case 'cardHeight': return stock.card.height
    default: return stock[field]
  }
}
const written = (stock: Stock, field: Field, value: number): Stock => {
  switch (field) {
    case 'pageWidth': return { ...stock, page: { ...stock.page, width: value } }
    case 'pageHeight': return { ...stock, page: { ...stock.page, height: value } }
    case 'cardWidth': return { ...stock, card: { ...stock.card, width: value } }
    case 'cardHeight': return { ...stock, card: { ...stock.card, height: value } }
    default: return { ...stock, [field]: value }
  }
}

// A sheet of ten on A4, to be overwritten with what was measured.
const beginning = (id: string): Stock => ({
  id, kind: 'sheet', name: printingText.newName, page: { width: 210_000, height: 297_000 }, card: { width: 85_000, height: 54_000 }, columns: 2, rows: 5,
  left: 15_000, top: 13_500, pitchX: 95_000, pitchY: 54_000, margin: 2_500, source: printingText.measuredHere,
})

/** Papers that the practice measured with the ruler page, in millimetres. */
export function MeasuredPapers({ measured, change }: { readonly measured: readonly Stock[]; readonly change: (measured: readonly Stock[]) => void }) {
  const put = (at: number, stock: Stock) => change(measured.map((each, index) => (index === at ? stock : each)))
  const free = `own-${Math.max(0, ...measured.map(stock => Number(stock.id.slice(4)) || 0)) + 1}`
  return (
    <Section title={printingText.measured} hint={printingText.measuredHint}>
      {measured.map((stock, at) => (
        <fieldset key={stock.id} className="printer-set">
          <legend>{stock.name}</legend>
          <TextInput size="xs" label={printingText.name} maxLength={60} value={stock.name} onChange={event => put(at, { ...stock, name: event.currentTarget.value })} />
          <div className="measures">
            {fieldNames.map(field => (
              <NumberInput
                key={field} size="xs" label={printingText.fields[field]} min={isCount(field) ? 1 : 0} max={isCount(field) ? 50 : 1500} step={isCount(field) ? 1 : 0.1} decimalScale={isCount(field) ? 0 : 2}
                value={isCount(field) ? read(stock, field) : read(stock, field) / 1000}
                onChange={value => put(at, written(stock, field, Math.round((typeof value === 'number' ? value : 0) * (isCount(field) ? 1 : 1000))))}
              />
            ))}
          </div>
          {!isPossible(stock) && <p className="notice notice-red" role="alert">{printingText.impossible}</p>}
          <div><Button size="compact-xs" variant="default" onClick={() => change(measured.filter((_, index) => index !== at))}>{printingText.remove(stock.name)}</Button></div>
        </fieldset>
      ))}
      <div><Button size="xs" variant="default" leftSection={<PlusIcon size={12} />} onClick={() => change([...measured, beginning(free)])}>{printingText.add}</Button></div>
    </Section>
  )
}
