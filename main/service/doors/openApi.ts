import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { appointmentCard } from '../../../shared/contract/card.ts'
import { contract } from '../../../shared/contract/contract.ts'
import { account, certificationType, patient, practitioner, qualification } from '../../../shared/contract/people.ts'
import { absence, location, practice, room, serviceType, shiftException, shiftPattern } from '../../../shared/contract/places.ts'
import { appointment, impact, schedule, stripDay, visit } from '../../../shared/contract/schedule.ts'
import { closedSlot, fragileStretch, slot, staffingGap, verdict, workingInterval } from '../../../shared/contract/staffing.ts'
import { sessionHeader } from '../../../shared/contract/wire.ts'

type Document = Awaited<ReturnType<OpenAPIGenerator['generate']>>

/** What the door itself refuses before any request is looked at. */
const doorRefusals = {
  400: 'The body is not JSON.',
  401: 'The door token is missing or wrong, or nobody is signed in.',
  403: 'The request comes from another page, or the permission is missing.',
  405: 'Only POST is answered here.',
  413: 'The body is too large.',
  415: 'The body must be application/json.',
  421: 'The request was meant for another host.',
} as const

const answers: Readonly<Record<string, string>> = {
  ...doorRefusals,
  200: 'Done.',
  404: 'There is no such thing.',
  409: 'Refused, with the reason.',
  422: 'A field cannot be as it is: which, and why.',
  423: 'The practice is locked.',
  500: 'Something failed that should not have. The incident number is in the log.',
  503: 'The records cannot be reached or written.',
}

// Written out once and referred to, so that the description can be read.
const shared = {
  Account: { schema: account }, Practice: { schema: practice }, Location: { schema: location }, Room: { schema: room }, Practitioner: { schema: practitioner },
  CertificationType: { schema: certificationType }, Qualification: { schema: qualification }, ShiftPattern: { schema: shiftPattern }, ShiftException: { schema: shiftException },
  Absence: { schema: absence }, ServiceType: { schema: serviceType }, Patient: { schema: patient }, Appointment: { schema: appointment }, Verdict: { schema: verdict },
  Visit: { schema: visit }, Impact: { schema: impact }, Slot: { schema: slot }, ClosedSlot: { schema: closedSlot }, StaffingGap: { schema: staffingGap },
  FragileStretch: { schema: fragileStretch }, WorkingInterval: { schema: workingInterval }, Schedule: { schema: schedule }, StripDay: { schema: stripDay },
  AppointmentCard: { schema: appointmentCard }, DoorRefusal: { error: 'UndefinedError' },
} as const

const refusal = { $ref: '#/components/schemas/DoorRefusal' } as const

/** Describes the HTTP door, from the contract itself: every operation with its answers, its refusals and the permission it needs. */
export async function openApiDocument(url: string, version: string): Promise<Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(contract, {
    info: {
      title: 'Injection Desk', version,
      description: 'Every request that the program itself makes. Reading is POST too: a name must never be part of an address. Start with session.signIn, and send the session with each request after that.',
    },
    servers: [{ url: `${url}/api` }],
    components: {
      securitySchemes: {
        door: { type: 'http', scheme: 'bearer', description: 'The token printed when the program was started.' },
        browser: { type: 'apiKey', in: 'cookie', name: 'desk-door', description: 'Set in a browser by the link printed when the program was started.' },
        session: { type: 'apiKey', in: 'header', name: sessionHeader, description: 'What session.signIn answered.' },
      },
    },
    commonSchemas: shared,
  })
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    const operation = item?.post
    if (operation === undefined) continue
    const permission = permissionOf(path)
    operation.tags = [path.split('/')[1] ?? '']
    operation.description = permission === 'public' ? 'Needs nobody signed in.' : `Needs the permission ${permission}.`
    operation.security = permission === 'public' ? [{ door: [] }, { browser: [] }] : [{ door: [], session: [] }, { browser: [], session: [] }]
    operation.responses ??= {}
    for (const status of Object.keys(doorRefusals)) operation.responses[status] ??= { description: '', content: { 'application/json': { schema: refusal } } }
    for (const [status, response] of Object.entries(operation.responses)) {
      if (response !== undefined && !('$ref' in response)) response.description = answers[status] ?? response.description
    }
  }
  return document
}

const areas: Readonly<Record<string, Readonly<Record<string, { readonly '~orpc': { readonly meta: { readonly permission: string } } }>>>> = contract

function permissionOf(path: string): string {
  const [, area = '', method = ''] = path.split('/')
  const permission = areas[area]?.[method]?.['~orpc'].meta.permission
  if (permission === undefined) throw new Error(`no such request: ${path}`)
  return permission
}
