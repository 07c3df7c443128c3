import { Button } from '@mantine/core'
import { useState } from 'react'
import { alertText, endWords } from '../../shared/text/en/alerts.ts'
import { useDesk } from '../client.ts'
import { screen } from '../screen.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { useSave } from '../ui/useSave.ts'
import { type Told, useAlerts } from './useAlerts.ts'
import './alerts.css'

/** So many are shown at once; the day below is what the desk works on. */
const mostAtOnce = 3

/** The certifications that end, for whom they concern, until they put them away. */
export function AlertPanel() {
  const { client } = useDesk()
  const alerts = useAlerts()
  const state = useSave()
  const [all, setAll] = useState(false)
  const waiting = alerts.value?.waiting ?? []
  const today = alerts.value?.today
  if (today === undefined || waiting.length === 0) return null
  const folds = waiting.length > mostAtOnce
  const shown = folds && !all ? waiting.slice(0, mostAtOnce - 1) : waiting
  const putAway = async (told: readonly Told[]) => {
    if ((await state.save(() => client.alert.acknowledge({ ids: told.flatMap(one => one.news.alertIds) }))) === null) return
    screen.say(alertText.acknowledged)
    alerts.again()
  }
  return (
    <section className="alert-panel" aria-label={alertText.panel}>
      <div className="alert-panel-head">
        <h2>{alertText.panel}</h2>
        {folds && (
          <Button size="compact-xs" variant="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? alertText.fewer : alertText.more(waiting.length - shown.length)}
          </Button>
        )}
        <span className="alert-panel-gap" />
        {waiting.length > 1 && shown.length === waiting.length && (
          <Button size="compact-xs" variant="subtle" color="gray" loading={state.saving} onClick={() => void putAway(waiting)}>
            {alertText.acknowledgeAll}
          </Button>
        )}
      </div>
      <ProblemNotice problem={state.problem} />
      <ul>
        {shown.map(told => {
          const sentence = alertText.sentence(told.holder, told.certification, endWords(told.news.kind, told.news.ends, today))
          return (
            <li key={`${told.news.qualificationId} ${told.news.kind}`}>
              <span>{sentence} <span className="quiet">· {alertText.visits(told.news.visits)}</span></span>
              <span className="button-row">
                <Button size="compact-xs" variant="default" aria-label={`${alertText.open}: ${sentence}`} onClick={() => screen.open({ kind: 'practitioner', id: told.news.practitionerId })}>
                  {alertText.open}
                </Button>
                <Button size="compact-xs" variant="subtle" color="gray" aria-label={alertText.acknowledgeOf(sentence)} disabled={state.saving} onClick={() => void putAway([told])}>
                  {alertText.acknowledge}
                </Button>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
