import { beforeEach, describe, expect, test } from 'vitest'
import { screen, useScreen } from '../../../renderer/screen.ts'
import { asId, type PractitionerId } from '../../../shared/domain/ids.ts'

const someone = { kind: 'practitioner', id: asId<PractitionerId>('0190a5b2-0000-7000-8000-000000000001') } as const
const state = () => useScreen.getState()
const asks = (): readonly string[] => state().leaving?.losing.map(form => form.name) ?? []

beforeEach(() => {
  screen.reset()
  screen.go('staff')
})

describe('edits that are not saved', () => {
  test('on the screen do not stand in the way of looking at somebody in the drawer', () => {
    screen.setUnsaved('New staff member', 'screen')
    screen.open(someone)
    expect(state()).toMatchObject({ drawer: someone, leaving: null })
    screen.close()
    expect(state()).toMatchObject({ drawer: null, leaving: null })
  })

  test('on the screen are asked about before another screen takes its place', () => {
    screen.setUnsaved('New staff member', 'screen')
    screen.go('day')
    expect(asks()).toEqual(['New staff member'])
    expect(state().route).toBe('staff')
    screen.keepEdits()
    expect(state()).toMatchObject({ route: 'staff', leaving: null })
    screen.go('day')
    screen.loseEdits()
    expect(state()).toMatchObject({ route: 'day', leaving: null, unsaved: [] })
  })

  test('in the drawer go along from screen to screen, and are asked about before the drawer is closed or shows another', () => {
    screen.open(someone)
    screen.setUnsaved('New absence', 'drawer')
    screen.go('day')
    expect(state()).toMatchObject({ route: 'day', drawer: someone, leaving: null })
    for (const leave of [screen.close, () => screen.open(someone), () => screen.go('settings'), screen.register]) {
      leave()
      expect(asks()).toEqual(['New absence'])
      screen.keepEdits()
    }
    expect(state()).toMatchObject({ route: 'day', drawer: someone })
  })

  test('are lost only where they stand', () => {
    screen.setUnsaved('New staff member', 'screen')
    screen.open(someone)
    screen.setUnsaved('New absence', 'drawer')
    screen.close()
    expect(asks()).toEqual(['New absence'])
    screen.loseEdits()
    expect(state()).toMatchObject({ drawer: null, unsaved: [{ name: 'New staff member', place: 'screen' }] })
  })

  test('are forgotten once they are saved', () => {
    screen.setUnsaved('New staff member', 'screen')
    screen.setUnsaved('New staff member', null)
    screen.go('day')
    expect(state()).toMatchObject({ route: 'day', leaving: null })
  })
})
