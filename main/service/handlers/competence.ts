import { competenceWord } from '../../../shared/domain/competenceWord.ts'
import { tidyLine } from '../../../shared/domain/typed.ts'
import { decline } from './told.ts'
import { type Handlers, saved } from './types.ts'

/** The words for what somebody can be certified to do. */
export const competenceHandlers: Handlers['competence'] = {
  record: async ({ label }, { store, audit }) => store.write(['staff'], async tx => {
    const word = competenceWord(label, (await tx.competences.all()))
    if (!word.ok) return decline(word.problem)
    const row = { code: word.value, label: tidyLine(label) }
    const made = await tx.competences.insert(row)
    if (!made.ok) return decline(made.problem)
    await audit(tx, { action: 'competence.record', entity: 'competence', entityId: row.code, after: row })
    return saved(row)
  }),
}
