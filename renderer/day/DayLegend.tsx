import { Button, Checkbox, Popover } from '@mantine/core'
import type { Competence } from '../../shared/domain/certification.ts'
import { badgeLetters, dayText, gridText, markText, statusText } from '../../shared/text/en/day.ts'
import { CheckIcon, FlagIcon, FragileIcon } from '../ui/icons.tsx'
import { dayView, useDayView } from './dayView.ts'
import type { DayNames } from './names.ts'

type DayLegendProps = { readonly badges: readonly Competence[]; readonly names: DayNames }

/** What every mark, hatch and badge on the schedule means, and whether cancelled visits are shown. */
export function DayLegend({ badges, names }: DayLegendProps) {
  const showCancelled = useDayView(state => state.showCancelled)
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="subtle" color="gray" aria-haspopup="dialog" aria-label={dayText.legend}>
          {dayText.legendShort}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={dayText.legend}>
        <dl className="legend">
          <dt>
            <span className="legend-box visit-plain" />
          </dt>
          <dd>{dayText.legendCovered}</dd>
          <dt>
            <span className="legend-box visit-fragile">
              <FragileIcon size={12} />
            </span>
          </dt>
          <dd>{markText.fragile}</dd>
          <dt>
            <span className="legend-box visit-flagged hatch-flag">
              <FlagIcon size={12} />
            </span>
          </dt>
          <dd>
            {markText.uncovered}; {markText['cannot-verify'].toLocaleLowerCase()}
          </dd>
          <dt>
            <span className="legend-box visit-assignable" />
          </dt>
          <dd>{dayText.legendAssignable}</dd>
          <dt>
            <span className="legend-box hatch-gap legend-gap" />
          </dt>
          <dd>{gridText.gaps}</dd>
          <dt>
            <span className="legend-box hatch-off legend-off" />
          </dt>
          <dd>{dayText.legendOff}</dd>
          <dt>
            <span className="visit-here">{gridText.hereMark}</span>
          </dt>
          <dd>{statusText.arrived}</dd>
          <dt>
            <CheckIcon size={14} />
          </dt>
          <dd>{statusText.fulfilled}</dd>
          {badges.map(code => [
            <dt key={`${code}-dt`}>
              <span className="grid-badge">{badgeLetters(names.competence(code))}</span>
            </dt>,
            <dd key={`${code}-dd`}>{names.competence(code)}</dd>,
          ])}
        </dl>
        <Checkbox
          size="xs"
          mt="md"
          label={dayText.showCancelledLong}
          checked={showCancelled}
          onChange={event => dayView.show({ showCancelled: event.currentTarget.checked })}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
