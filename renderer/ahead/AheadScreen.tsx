import { SegmentedControl } from '@mantine/core'
import { aheadText } from '../../shared/text/en/ahead.ts'
import { overridesText } from '../../shared/text/en/overrides.ts'
import { whatEndsText } from '../../shared/text/en/whatEnds.ts'
import { horizons, useAheadView, type View, views } from './aheadView.ts'
import { OverridesView } from './OverridesView.tsx'
import { StripView } from './StripView.tsx'
import { WhatEndsView } from './WhatEndsView.tsx'
import './ahead.css'

const titles: Readonly<Record<View, (weeks: number) => string>> = {
  days: aheadText.title, services: aheadText.title, ends: whatEndsText.title, overrides: () => overridesText.title,
}

/** What is to come: which days are staffed, which certifications end with what hangs on them, and which visits stand on somebody's word. */
export function AheadScreen() {
  const { weeks, view } = useAheadView()
  return (
    <div className="screen ahead">
      <header className="screen-head">
        <h1>{titles[view](weeks)}</h1>
        <SegmentedControl
          size="xs" aria-label={aheadText.viewLabel} value={view} data={views.map(value => ({ value, label: aheadText.views[value] }))}
          onChange={next => useAheadView.setState({ view: views.find(value => value === next) ?? 'days' })}
        />
        {view !== 'overrides' && (
          <SegmentedControl
            size="xs" aria-label={aheadText.horizonLabel} value={String(weeks)} data={horizons.map(value => ({ value: String(value), label: aheadText.weeks(value) }))}
            onChange={next => useAheadView.setState({ weeks: horizons.find(value => String(value) === next) ?? 13 })}
          />
        )}
      </header>
      <div className="screen-body">
        {view === 'overrides' && <OverridesView />}
        {view === 'ends' && <WhatEndsView weeks={weeks} />}
        {(view === 'days' || view === 'services') && <StripView weeks={weeks} byService={view === 'services'} />}
      </div>
    </div>
  )
}
