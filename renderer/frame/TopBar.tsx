import { ActionIcon, Button, NativeSelect, Tooltip } from '@mantine/core'
import { addDays } from '../../shared/domain/time/plainDate.ts'
import { frameText } from '../../shared/text/en/frame.ts'
import { screen, type Where } from '../screen.ts'
import { DateField } from '../ui/DateField.tsx'
import { LeftIcon, RightIcon } from '../ui/icons.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { SearchField } from './SearchField.tsx'

/** Where and when the screens look, the one search field, and who is here. */
export function TopBar({ where }: { readonly where: Where }) {
  const { locations, location, date, today } = where
  const choose = (id: string) => {
    const chosen = locations.find(candidate => candidate.id === id)
    if (chosen !== undefined) screen.setLocation(chosen.id)
  }
  return (
    <section className="top-bar" aria-label={frameText.topBar}>
      <NativeSelect
        className="top-location"
        aria-label={frameText.location}
        value={location.id}
        onChange={event => choose(event.currentTarget.value)}
        data={locations.map(candidate => ({ value: candidate.id, label: candidate.name }))}
        size="xs"
      />
      <div className="top-date" role="group" aria-label={frameText.date}>
        <Tooltip label={frameText.previousDay}>
          <ActionIcon
            variant="default"
            size={30}
            aria-label={frameText.previousDay}
            onClick={() => screen.setDate(addDays(date, -1))}
          >
            <LeftIcon size={16} />
          </ActionIcon>
        </Tooltip>
        <DateField
          w={138}
          aria-label={frameText.date}
          value={date}
          today={today}
          onChange={chosen => {
            if (chosen !== null) screen.setDate(chosen)
          }}
        />
        <Tooltip label={frameText.nextDay}>
          <ActionIcon variant="default" size={30} aria-label={frameText.nextDay} onClick={() => screen.setDate(addDays(date, 1))}>
            <RightIcon size={16} />
          </ActionIcon>
        </Tooltip>
        <Button variant="default" disabled={date === today} onClick={() => screen.setDate(today)}>
          {frameText.today}
        </Button>
      </div>
      <SearchField />
      <AccountMenu />
    </section>
  )
}
