import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Visit } from '../../shared/contract/schedule.ts'
import type { SeriesId } from '../../shared/domain/ids.ts'
import { seriesText } from '../../shared/text/en/series.ts'
import { useDesk, useRead } from '../client.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Section } from '../ui/Section.tsx'
import { Shown } from '../ui/Shown.tsx'
import { useSave } from '../ui/useSave.ts'
import { toCome, useSeriesSteps } from './useSeriesSteps.ts'
import './series.css'

function OneSeries({ id }: { readonly id: SeriesId }) {
  const { client, may } = useDesk()
  const [cancelling, setCancelling] = useState(false)
  const [reason, setReason] = useState('')
  const steps = useSeriesSteps()
  const save = useSave()
  const read = useRead(['series', 'read', { id }], () => client.series.read({ id }))
  const services = useRead(['serviceType', 'list'], () => client.serviceType.list({}))
  return (
    <Shown read={read}>
      {shown => {
        const { series, visits } = shown
        const rest = toCome(visits)
        const service = services.value?.find(each => each.id === series.serviceTypeId)?.name ?? ''
        const submit = async () => {
          const done = await save.save(() => steps.cancelRest(shown, reason.trim()))
          if (done !== null) setCancelling(false)
        }
        return (
          <div className="series-one">
            <span>{seriesText.line(service, series.terms.product, series.terms.everyDays)}</span>
            <span className="quiet">{seriesText.left(rest.length, visits.length)}</span>
            {rest.length > 0 && may('appointment.write') && !cancelling && (
              <Button size="compact-xs" variant="subtle" color="red" onClick={() => setCancelling(true)}>
                {seriesText.cancelRest}
              </Button>
            )}
            {cancelling && (
              <form
                className="inset-form form"
                aria-label={seriesText.cancelRest}
                onSubmit={event => {
                  event.preventDefault()
                  if (reason.trim() !== '') void submit()
                }}
              >
                <ProblemNotice problem={save.problem} />
                <TextInput
                  label={seriesText.reason}
                  required
                  autoFocus
                  value={reason}
                  maxLength={200}
                  onChange={event => setReason(event.currentTarget.value)}
                />
                <div className="button-row">
                  <Button type="submit" size="xs" color="red" loading={save.saving} disabled={reason.trim() === ''}>
                    {seriesText.cancelGo(rest.length)}
                  </Button>
                  <Button size="xs" variant="default" onClick={() => setCancelling(false)}>
                    {seriesText.keep}
                  </Button>
                </div>
              </form>
            )}
          </div>
        )
      }}
    </Shown>
  )
}

/** The series that a patient's visits belong to, each with what is left of it. */
export function PatientSeries({ visits }: { readonly visits: readonly Visit[] }) {
  const ids = [...new Set(visits.flatMap(visit => (visit.appointment.status === 'entered-in-error' ? [] : (visit.appointment.series?.id ?? []))))]
  if (ids.length === 0) return null
  return (
    <Section title={seriesText.section}>
      {ids.map(id => (
        <OneSeries key={id} id={id} />
      ))}
    </Section>
  )
}
