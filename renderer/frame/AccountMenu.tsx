import { ActionIcon, Menu, Tooltip, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { frameText } from '../../shared/text/en/frame.ts'
import { accountRoleWords } from '../../shared/text/en/names.ts'
import { useDesk } from '../client.ts'
import { CheckIcon, DownIcon, KeyboardIcon, LockIcon } from '../ui/icons.tsx'
import { lockWindow } from './lockWindow.ts'
import { useKeysDialog } from './useKeysDialog.ts'

const schemes = ['auto', 'light', 'dark'] as const

/** Who is signed in, how the program looks, and the way out. */
export function AccountMenu() {
  const { account } = useDesk()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <div className="top-account">
      <Menu position="bottom-end" width={220} shadow="md">
        <Menu.Target>
          <UnstyledButton
            className="account-button"
            aria-label={`${frameText.account}: ${account.displayName}, ${accountRoleWords[account.role]}`}
          >
            <span className="account-words">
              <span className="account-name">{account.displayName}</span>
              <span className="quiet">{accountRoleWords[account.role]}</span>
            </span>
            <DownIcon size={14} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{frameText.appearance}</Menu.Label>
          {schemes.map(scheme => (
            <Menu.Item
              key={scheme}
              role="menuitemradio"
              aria-checked={colorScheme === scheme}
              onClick={() => setColorScheme(scheme)}
              rightSection={colorScheme === scheme ? <CheckIcon size={14} /> : null}
            >
              {frameText.appearances[scheme]}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<KeyboardIcon size={16} />} onClick={() => useKeysDialog.setState({ open: true })}>
            {frameText.keysOpen}
          </Menu.Item>
          <Menu.Item leftSection={<LockIcon size={16} />} onClick={() => void lockWindow()}>
            {frameText.signOut}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Tooltip label={frameText.lockLong}>
        <ActionIcon variant="default" size={30} aria-label={frameText.lockLong} onClick={() => void lockWindow()}>
          <LockIcon size={16} />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}
