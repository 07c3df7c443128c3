import { type Route, useScreen } from '../screen.ts'
import { type OnDemand, onDemand } from './onDemand.tsx'
import { ScreenBoundary } from './ScreenBoundary.tsx'

const screens: Readonly<Record<Route, OnDemand<object>>> = {
  day: onDemand(() => import('../day/DayScreen.tsx').then(module => module.DayScreen)),
  'sick-call': onDemand(() => import('../sickCall/SickCallScreen.tsx').then(module => module.SickCallScreen)),
  ahead: onDemand(() => import('../ahead/AheadScreen.tsx').then(module => module.AheadScreen)),
  patients: onDemand(() => import('../patients/PatientsScreen.tsx').then(module => module.PatientsScreen)),
  staff: onDemand(() => import('../staff/StaffScreen.tsx').then(module => module.StaffScreen)),
  cards: onDemand(() => import('../cards/CardsScreen.tsx').then(module => module.CardsScreen)),
  exchange: onDemand(() => import('../exchange/ExchangeScreen.tsx').then(module => module.ExchangeScreen)),
  settings: onDemand(() => import('../settings/SettingsScreen.tsx').then(module => module.SettingsScreen)),
}

/** Reads the code of the screen that comes after signing in, while the person still types. */
export const fetchFirstScreen = (): void => void screens[useScreen.getState().route].fetch().catch(() => undefined)

/** The screen that the rail points at. */
export function Screens() {
  const route = useScreen(state => state.route)
  const Screen = screens[route]
  return (
    <ScreenBoundary key={route}>
      <Screen />
    </ScreenBoundary>
  )
}
