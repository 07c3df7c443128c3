import { type ComponentType, lazy, Suspense } from 'react'
import { type Route, useScreen } from '../screen.ts'
import { LoadingState } from '../ui/LoadingState.tsx'
import { ScreenBoundary } from './ScreenBoundary.tsx'

const screens: Readonly<Record<Route, ComponentType>> = {
  day: lazy(() => import('../day/DayScreen.tsx').then(module => ({ default: module.DayScreen }))),
  ahead: lazy(() => import('../ahead/AheadScreen.tsx').then(module => ({ default: module.AheadScreen }))),
  patients: lazy(() => import('../patients/PatientsScreen.tsx').then(module => ({ default: module.PatientsScreen }))),
  staff: lazy(() => import('../staff/StaffScreen.tsx').then(module => ({ default: module.StaffScreen }))),
  cards: lazy(() => import('../cards/CardsScreen.tsx').then(module => ({ default: module.CardsScreen }))),
  exchange: lazy(() => import('../exchange/ExchangeScreen.tsx').then(module => ({ default: module.ExchangeScreen }))),
  settings: lazy(() => import('../settings/SettingsScreen.tsx').then(module => ({ default: module.SettingsScreen }))),
}

/** The screen that the rail points at. */
export function Screens() {
  const route = useScreen(state => state.route)
  const Screen = screens[route]
  return (
    <ScreenBoundary key={route}>
      <Suspense fallback={<LoadingState />}>
        <Screen />
      </Suspense>
    </ScreenBoundary>
  )
}
