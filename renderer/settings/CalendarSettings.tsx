import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { alertText } from '../../shared/text/en/alerts.ts'
import { instantWords } from '../../shared/text/en/dates.ts'
import { useDesk, useRead } from '../client.ts'
import { screen, useWhere } from '../screen.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Section } from '../ui/Section.tsx'
import { Shown } from '../ui/Shown.tsx'
import { useSave } from '../ui/useSave.ts'
import '../alerts/alerts.css'

function saveFile(document: string): void {
  const link = window.document.createElement('a')
  link.href = URL.createObjectURL(new Blob([document], { type: 'text/calendar' }))
  link.download = alertText.fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** The ends of certifications for the lead's own calendar: as a file, or under an address that can be revoked. */
export function CalendarSettings() {
  const { client, host } = useDesk()
  const { location } = useWhere()
  const calendar = useRead(['calendar', 'read'], () => client.calendar.read({}))
  const state = useSave()
  const [address, setAddress] = useState<string | null>(null)
  const make = async () => {
    const made = await state.save(() => client.calendar.open({}))
    if (made === null) return
    setAddress(`${window.location.origin}${made.path}`)
    calendar.again()
  }
  return (
    <Shown read={calendar}>
      {({ document, feeds }) => {
        const open = feeds.filter(feed => feed.revokedAt === null)
        return (
          <div className="settings-form">
            <Section level={2} title={alertText.calendar} hint={alertText.calendarHint}>
              <div className="button-row"><Button variant="default" onClick={() => saveFile(document)}>{alertText.saveFile}</Button></div>
              <p className="quiet">{host === 'browser' ? alertText.feedHint : alertText.feedBrowserOnly}</p>
              <ProblemNotice problem={state.problem} />
              {host === 'browser' && <div className="button-row"><Button loading={state.saving} onClick={() => void make()}>{alertText.makeFeed}</Button></div>}
              {address !== null && <TextInput className="alert-address" readOnly label={alertText.address} description={alertText.addressOnce} value={address} onFocus={event => event.currentTarget.select()} />}
            </Section>
            <Section title={alertText.feeds}>
              {open.length === 0 && <p className="quiet">{alertText.noFeeds}</p>}
              {open.map(feed => {
                const words = alertText.feed(instantWords(feed.madeAt, location.zone), feed.madeBy)
                const revoke = async () => {
                  if ((await state.save(() => client.calendar.revoke({ id: feed.id }))) === null) return
                  screen.say(alertText.revoked)
                  setAddress(null)
                  calendar.again()
                }
                return (
                  <div key={feed.id} className="button-row">
                    <span>{words}</span>
                    <Button size="compact-xs" variant="default" aria-label={alertText.revokeOf(words)} disabled={state.saving} onClick={() => void revoke()}>{alertText.revoke}</Button>
                  </div>
                )
              })}
            </Section>
          </div>
        )
      }}
    </Shown>
  )
}
