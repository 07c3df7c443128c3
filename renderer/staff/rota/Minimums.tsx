import { ActionIcon } from '@mantine/core'
import { useState } from 'react'
import type { StaffingMinimum } from '../../../shared/domain/rota/minimum.ts'
import { minimumText, rotaText } from '../../../shared/text/en/rota.ts'
import { problemSentence } from '../../../shared/text/problems.ts'
import { useDesk, useRead } from '../../client.ts'
import { screen } from '../../screen.ts'
import { CloseIcon, EditIcon, PlusIcon } from '../../ui/icons.tsx'
import { MayButton } from '../../ui/MayButton.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { Section } from '../../ui/Section.tsx'
import { useSave } from '../../ui/useSave.ts'
import { MinimumForm } from './MinimumForm.tsx'
import { minimumWords } from './minimumWords.ts'

/** How many people must be there for which service. */
export function Minimums({ minimums }: { readonly minimums: readonly StaffingMinimum[] }) {
  const { client, may } = useDesk()
  const services = useRead(['serviceType', 'list'], () => client.serviceType.list({}))
  const [open, setOpen] = useState<StaffingMinimum['id'] | 'new' | null>(null)
  const { save, problem } = useSave()
  const mayWrite = may('shift.write')
  const wordsOf = (minimum: StaffingMinimum) => minimumWords(minimum, services.value?.find(service => service.id === minimum.serviceTypeId)?.name ?? '')
  const remove = async (minimum: StaffingMinimum) => {
    const { id, version, ...fields } = minimum
    if (await save(() => client.staffingMinimum.remove({ id, version })) === null) return
    screen.did({
      label: `${minimumText.removed}: ${wordsOf(minimum)}`,
      undo: async () => {
        const back = await client.staffingMinimum.record(fields)
        return back.ok ? null : problemSentence(back.problem)
      },
    })
  }
  const form = (minimum: StaffingMinimum | null) => <MinimumForm minimum={minimum} services={services.value ?? []} close={() => setOpen(null)} />
  return (
    <Section
      title={minimumText.title} hint={minimumText.hint}
      actions={open === 'new' ? undefined : (
        <MayButton size="compact-xs" variant="light" leftSection={<PlusIcon size={12} />} refusal={mayWrite ? null : rotaText.mayNot} onClick={() => setOpen('new')}>
          {minimumText.add}
        </MayButton>
      )}
    >
      {open === 'new' && form(null)}
      <ProblemNotice problem={problem} />
      {minimums.length === 0 ? <p className="quiet">{minimumText.none}</p> : (
        <ul className="line-list">
          {minimums.map(minimum => (
            <li key={minimum.id}>
              {open === minimum.id ? form(minimum) : (
                <>
                  <span className="line-words">{wordsOf(minimum)}</span>
                  {mayWrite && (
                    <>
                      <ActionIcon variant="subtle" color="gray" size={26} aria-label={minimumText.edit(wordsOf(minimum))} onClick={() => setOpen(minimum.id)}><EditIcon size={14} /></ActionIcon>
                      <ActionIcon variant="subtle" color="gray" size={26} aria-label={minimumText.remove(wordsOf(minimum))} onClick={() => void remove(minimum)}><CloseIcon size={14} /></ActionIcon>
                    </>
                  )}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
