import { cellsOf, type Stock } from '../../shared/domain/paper/stock.ts'
import { cardsText } from '../../shared/text/en/cards.ts'

/** A part-used sheet: the first card that is still there is chosen by clicking it. */
export function StartCell({ stock, value, change, label = cardsText.startCell }: { readonly stock: Stock; readonly value: number; readonly change: (cell: number) => void; readonly label?: string }) {
  if (cellsOf(stock) === 1) return null
  return (
    <div className="start-cell">
      <span className="quiet">{label}</span>
      <div className="start-cells" role="radiogroup" aria-label={label} style={{ gridTemplateColumns: `repeat(${stock.columns}, 18px)` }}>
        {Array.from({ length: cellsOf(stock) }, (_, cell) => (
          <button
            key={cell} type="button" role="radio" aria-checked={cell === value} className="start-cell-box" data-used={cell < value || undefined}
            aria-label={cardsText.cell(Math.floor(cell / stock.columns) + 1, (cell % stock.columns) + 1)} onClick={() => change(cell)}
          />
        ))}
      </div>
    </div>
  )
}
