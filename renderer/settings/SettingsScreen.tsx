import { Tabs } from '@mantine/core'
import { type ComponentType, useState } from 'react'
import type { Permission } from '../../shared/domain/permission.ts'
import { settingsText } from '../../shared/text/en/settings.ts'
import { useDesk } from '../client.ts'
import { screen } from '../screen.ts'
import { RulesPanel } from '../rules/RulesPanel.tsx'
import { Accounts } from './Accounts.tsx'
import { AuditTrail } from './AuditTrail.tsx'
import { Locations } from './Locations.tsx'
import { PassphraseSettings } from './PassphraseSettings.tsx'
import { PracticeSettings } from './PracticeSettings.tsx'
import { Services } from './Services.tsx'
import './settings.css'

const parts = ['practice', 'locations', 'services', 'rules', 'accounts', 'audit', 'security'] as const
type Part = (typeof parts)[number]
const isPart = (text: string | null): text is Part => parts.some(part => part === text)

const needed: Readonly<Record<Part, Permission>> = {
  practice: 'signed-in',
  locations: 'signed-in',
  services: 'signed-in',
  rules: 'staff.read',
  accounts: 'account.write',
  audit: 'audit.read',
  security: 'practice.write',
}
const panels: Readonly<Record<Part, ComponentType>> = {
  practice: PracticeSettings,
  locations: Locations,
  services: Services,
  rules: RulesPanel,
  accounts: Accounts,
  audit: AuditTrail,
  security: PassphraseSettings,
}

/** The practice itself: places, services, accounts, and the record of what was done. */
export function SettingsScreen() {
  const { may } = useDesk()
  const [part, setPart] = useState<Part>('practice')
  const Panel = panels[part]
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{settingsText.title}</h1>
      </header>
      <Tabs
        className="settings"
        orientation="vertical"
        variant="pills"
        value={part}
        onChange={next => {
          if (isPart(next)) screen.unlessUnsaved(() => setPart(next))
        }}
      >
        <Tabs.List aria-label={settingsText.title}>
          {parts
            .filter(one => may(needed[one]))
            .map(one => (
              <Tabs.Tab key={one} value={one}>
                {settingsText.parts[one]}
              </Tabs.Tab>
            ))}
        </Tabs.List>
        <Tabs.Panel value={part} className="settings-panel" tabIndex={0}>
          <Panel />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}
