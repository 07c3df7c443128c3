import type { DeskClient } from '../client.ts'
import { fieldsOf, type LocationDraft, newLocation } from '../settings/locationDraft.ts'
import { firstRunText } from '../../shared/text/en/firstRun.ts'
import type { Problem } from '../../shared/domain/problem.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { placeText } from '../../shared/text/en/settings.ts'

export type SiteDraft = LocationDraft & { readonly key: number; readonly rooms: readonly string[] }

/** Everything that first run asks. */
export type FirstRunDraft = {
  readonly name: string
  readonly telephone: string
  readonly sites: readonly SiteDraft[]
  readonly displayName: string
  readonly username: string
  readonly password: string
  readonly passphrase: string
  readonly postgresUrl: string
}

/** A further place where patients are seen. */
export const newSite = (key: number): SiteDraft => ({
  ...newLocation(key === 0 ? firstRunText.mainLocation : ''),
  key,
  rooms: [],
})

export const emptyDraft = (): FirstRunDraft => ({
  name: '',
  telephone: '',
  sites: [newSite(0)],
  displayName: '',
  username: '',
  password: '',
  passphrase: '',
  postgresUrl: '',
})

type Input = Parameters<DeskClient['system']['create']>[0]

/** What is sent, or what still has to be filled in, field by field. */
export function inputOf(draft: FirstRunDraft, needsPassphrase: boolean): Result<Input, Problem> {
  const missing = (path: string, text: string) => (text.trim() === '' ? [{ path, message: firstRunText.fillIn }] : [])
  const issues = [
    ...missing('practice.name', draft.name),
    ...draft.sites.flatMap((site, index) => [
      ...missing(`locations.${index}.name`, site.name),
      ...(site.zone === null ? [{ path: `locations.${index}.zone`, message: firstRunText.fillIn }] : []),
      ...(site.zone !== null && fieldsOf(site) === null
        ? [{ path: `locations.${index}.openingHours`, message: placeText.hoursBad }]
        : []),
    ]),
    ...missing('lead.displayName', draft.displayName),
    ...missing('lead.username', draft.username),
    ...missing('lead.password', draft.password),
    ...(needsPassphrase ? missing('passphrase', draft.passphrase) : []),
  ]
  if (issues.length > 0) return err({ code: 'invalid', issues })
  return ok({
    practice: {
      name: draft.name.trim(),
      telephone: draft.telephone.trim(),
      askFor: firstRunText.askForDefault,
      arriveEarlyMinutes: 10,
    },
    locations: draft.sites.flatMap(site => {
      const fields = fieldsOf(site)
      if (fields === null) return []
      return [{ ...fields, telephone: fields.telephone === '' ? draft.telephone.trim() : fields.telephone, rooms: site.rooms }]
    }),
    lead: { username: draft.username.trim(), displayName: draft.displayName.trim(), password: draft.password },
    passphrase: draft.passphrase === '' ? null : draft.passphrase,
    postgresUrl: draft.postgresUrl.trim() === '' ? null : draft.postgresUrl.trim(),
  })
}
