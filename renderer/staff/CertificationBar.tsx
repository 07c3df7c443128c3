import { addDays, dayNumber } from '../../shared/domain/time/plainDate.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { staffText } from '../../shared/text/en/staff.ts'
import { type HeldCertification, markOf } from './standing.ts'

/** One and the same stretch of time for every bar on the screen, so that they can be compared by eye. */
const before = 365
const after = 730

const share = (day: number, today: PlainDate): number => {
  const start = dayNumber(addDays(today, -before))
  return Math.max(0, Math.min(1, (day - start) / (before + after)))
}

/** A certification from issue to end, against today. The words beside it say the same. */
export function CertificationBar({ held, today }: { readonly held: HeldCertification; readonly today: PlainDate }) {
  const { qualification, type, standing } = held
  const from = share(dayNumber(qualification.issued), today)
  const through = qualification.expires === null ? 1 : share(dayNumber(qualification.expires) + 1, today)
  const open = qualification.expires === null
  return (
    <svg
      className="cert-bar"
      viewBox="0 0 100 12"
      preserveAspectRatio="none"
      role="img"
      aria-label={staffText.barWords(type?.name ?? '', qualification.issued, qualification.expires)}
    >
      <rect className="cert-track" x="0" y="5" width="100" height="2" />
      <rect
        className={`cert-span cert-${markOf(standing)}`}
        x={from * 100}
        y="2.5"
        width={Math.max(0.8, (through - from) * 100)}
        height="7"
        data-open={open || undefined}
        data-kind={standing.kind}
      />
      <line
        className="cert-today"
        x1={(before / (before + after)) * 100}
        x2={(before / (before + after)) * 100}
        y1="0"
        y2="12"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}
