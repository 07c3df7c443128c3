import { frameText } from '../../shared/text/en/frame.ts'
import { useDesk } from '../client.ts'
import { type RailRoute, routes, screen, useScreen } from '../screen.ts'
import { AheadIcon, CardsIcon, DayIcon, ExchangeIcon, PatientsIcon, SettingsIcon, StaffIcon } from '../ui/icons.tsx'
import { screenPermission } from './access.ts'

const icons = {
  day: DayIcon,
  ahead: AheadIcon,
  patients: PatientsIcon,
  staff: StaffIcon,
  cards: CardsIcon,
  exchange: ExchangeIcon,
  settings: SettingsIcon,
} as const satisfies Record<RailRoute, unknown>

/** The way from screen to screen; what the account may not see is not there. */
export function Rail() {
  const { may } = useDesk()
  const route = useScreen(state => state.route)
  return (
    <nav className="rail" aria-label={frameText.rail}>
      <ul>
        {routes
          .filter(candidate => may(screenPermission[candidate]))
          .map(candidate => {
            const Icon = icons[candidate]
            return (
              <li key={candidate} data-last={candidate === 'settings' || undefined}>
                <button
                  type="button"
                  className="rail-item"
                  aria-current={candidate === route ? 'page' : undefined}
                  onClick={() => screen.go(candidate)}
                >
                  <Icon size={20} />
                  <span>{frameText.routes[candidate]}</span>
                </button>
              </li>
            )
          })}
      </ul>
    </nav>
  )
}
