import type { PaintedCell } from '../../../shared/domain/rota/paint.ts'
import { rotaText } from '../../../shared/text/en/rota.ts'
import { problemSentence } from '../../../shared/text/problems.ts'
import { useDesk } from '../../client.ts'
import { screen, useWhere } from '../../screen.ts'
import { type StaffingEdit, useStaffingEdit } from '../../ui/useImpact.ts'

export type Painter = StaffingEdit & { readonly paint: (cells: readonly PaintedCell[], label: string, done?: () => void) => void }

/** Paints cells as one batch: the visits it touches are shown first, and one undo takes all of it back. */
export function usePaint(): Painter {
  const { client } = useDesk()
  const { locationId } = useWhere()
  const edit = useStaffingEdit()
  const paint: Painter['paint'] = (cells, label, done) => {
    if (cells.length === 0) return screen.say(rotaText.nothingToDo)
    edit.edit(
      preview => client.rota.paint({ locationId, cells, preview }),
      saved => {
        if (saved !== null) {
          screen.did({
            label,
            undo: async () => {
              const made = saved.made.map(({ id, version }) => ({ id, version }))
              const taken = saved.taken.map(({ id: _id, version: _version, ...fields }) => fields)
              const back = await client.rota.takeBack({ locationId, made, taken, preview: false })
              return back.ok ? null : problemSentence(back.problem)
            },
          })
        }
        done?.()
      },
    )
  }
  return { ...edit, paint }
}
