import { Button, Tabs } from '@mantine/core'
import { useState } from 'react'
import { addDays } from '../../shared/domain/time/plainDate.ts'
import { cardsText } from '../../shared/text/en/cards.ts'
import { dayInFull } from '../../shared/text/en/dates.ts'
import { useDesk } from '../client.ts'
import { screen, useWhere } from '../screen.ts'
import { CardsTab } from './CardsTab.tsx'
import { DesignTab } from './DesignTab.tsx'
import { ListsTab } from './ListsTab.tsx'
import { PrintersTab } from './PrintersTab.tsx'
import { WaitingJobs } from './WaitingJobs.tsx'
import './cards.css'

const parts = ['cards', 'lists', 'design', 'paper'] as const
type Part = (typeof parts)[number]
const isPart = (text: string | null): text is Part => parts.some(part => part === text)
const panels = { cards: CardsTab, lists: ListsTab, design: DesignTab, paper: PrintersTab } as const

/** All paper: cards and lists of a day, how cards look, and where they are printed. */
export function CardsScreen() {
  const { may } = useDesk()
  const { date, today } = useWhere()
  const [part, setPart] = useState<Part>('cards')
  const Panel = panels[part]
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{cardsText.title}</h1>
        {(part === 'cards' || part === 'lists') && (
          <>
            <span className="quiet">{`${cardsText.forDay} ${dayInFull(date)}`}</span>
            <Button.Group>
              <Button size="xs" variant={date === today ? 'filled' : 'default'} aria-pressed={date === today} onClick={() => screen.setDate(today)}>{cardsText.today}</Button>
              <Button size="xs" variant={date === addDays(today, 1) ? 'filled' : 'default'} aria-pressed={date === addDays(today, 1)} onClick={() => screen.setDate(addDays(today, 1))}>{cardsText.tomorrow}</Button>
            </Button.Group>
          </>
        )}
      </header>
      {may('card.print') ? (
        <Tabs value={part} className="cards-tabs" onChange={next => { if (isPart(next)) screen.unlessUnsaved(() => setPart(next)) }}>
          <Tabs.List aria-label={cardsText.title}>
            {parts.map(each => <Tabs.Tab key={each} value={each}>{cardsText.tabs[each]}</Tabs.Tab>)}
          </Tabs.List>
          <Tabs.Panel value={part} className="screen-body" tabIndex={0}>
            <WaitingJobs />
            <Panel />
          </Tabs.Panel>
        </Tabs>
      ) : <div className="screen-body"><p className="notice notice-amber">{cardsText.notPermitted}</p></div>}
    </div>
  )
}
