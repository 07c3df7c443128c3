import { useState } from 'react'
import type { Account } from '../../shared/domain/person.ts'
import { accountRoleWords, fullName } from '../../shared/text/en/names.ts'
import { settingsText } from '../../shared/text/en/settings.ts'
import { useDesk, useRead } from '../client.ts'
import { screen } from '../screen.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { PlusIcon } from '../ui/icons.tsx'
import { MayButton } from '../ui/MayButton.tsx'
import { Section } from '../ui/Section.tsx'
import { Shown } from '../ui/Shown.tsx'
import { AccountForm } from './AccountForm.tsx'
import { PasswordForm } from './PasswordForm.tsx'

const text = settingsText.accounts

/** Everybody who may sign in. */
export function Accounts() {
  const { client, may } = useDesk()
  const read = useRead(['account', 'list'], () => client.account.list({}))
  const staff = useRead(['staff', 'read'], () => client.staff.read({}), { when: may('staff.read') })
  const [open, setOpen] = useState<Account['id'] | 'new' | null>(null)
  const practitioners = staff.value?.practitioners ?? []
  const show = (next: Account['id'] | 'new' | null) => screen.unlessUnsaved(() => setOpen(next))
  const nameOf = (account: Account) => {
    const found = practitioners.find(one => one.id === account.practitionerId)
    return found === undefined ? '' : fullName(found.name)
  }
  return (
    <Section
      level={2}
      title={text.list}
      actions={
        <MayButton
          variant="light"
          leftSection={<PlusIcon size={14} />}
          refusal={may('account.write') ? null : settingsText.notAllowed}
          onClick={() => show('new')}
        >
          {text.add}
        </MayButton>
      }
    >
      <Shown read={read}>
        {accounts => {
          const opened = accounts.find(account => account.id === open)
          return (
            <>
              {open === 'new' && <AccountForm account={null} practitioners={practitioners} close={() => setOpen(null)} />}
              {opened !== undefined && (
                <>
                  <AccountForm
                    key={`${opened.id} ${opened.version}`}
                    account={opened}
                    practitioners={practitioners}
                    close={() => setOpen(null)}
                  />
                  <PasswordForm key={opened.id} account={opened} />
                </>
              )}
              <DataTable
                caption={text.list}
                rows={accounts.toSorted(
                  (a, b) => Number(b.active) - Number(a.active) || a.displayName.localeCompare(b.displayName),
                )}
                rowKey={account => account.id}
                name={account => account.displayName}
                open={account => show(account.id)}
                isOpen={account => account.id === open}
                columns={[
                  {
                    title: text.displayName,
                    cell: account => (account.active ? null : <span className="quiet"> · {text.inactive}</span>),
                  },
                  { title: text.username, cell: account => account.username },
                  { title: text.role, cell: account => accountRoleWords[account.role] },
                  { title: text.practitioner, cell: nameOf },
                ]}
              />
            </>
          )
        }}
      </Shown>
    </Section>
  )
}
