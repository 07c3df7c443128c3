import { aheadText } from '../../shared/text/en/ahead.ts'
import { StateMark } from '../ui/StateMark.tsx'

/** What the marks mean, in the order of worry. */
export function AheadLegend() {
  return (
    <ul className="ahead-legend" aria-label={aheadText.legend}>
      <li><span className="ahead-swatch ahead-flagged hatch-flag" /><StateMark kind="flag">{aheadText.states.flagged}</StateMark></li>
      <li><span className="ahead-swatch ahead-gap hatch-gap" /><StateMark kind="flag">{aheadText.states.gap}</StateMark></li>
      <li><span className="ahead-swatch ahead-fragile" /><StateMark kind="fragile">{aheadText.states.fragile}</StateMark></li>
      <li><span className="ahead-swatch" />{aheadText.states.safe}</li>
      <li><span className="ahead-swatch hatch-off" /><span className="quiet">{aheadText.states.closed}</span></li>
    </ul>
  )
}
