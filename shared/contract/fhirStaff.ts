import { z } from 'zod'

// Only what is read; a sender may write more, which is named and left. FHIR R4 (4.0.1), Practitioner and PractitionerRole.
const text = z.string()
const coding = z.looseObject({ system: text.optional(), code: text.optional(), display: text.optional() })
const codeable = z.looseObject({ coding: z.array(coding).optional(), text: text.optional() })
const period = z.looseObject({ start: text.optional(), end: text.optional() })
const reference = z.looseObject({ reference: text.optional(), display: text.optional() })
const identifier = z.looseObject({ system: text.optional(), value: text.optional(), type: codeable.optional(), use: text.optional() })
const innerExtension = z.looseObject({
  url: text, valueCode: text.optional(), valueString: text.optional(), valueCodeableConcept: codeable.optional(), valueReference: reference.optional(), valuePeriod: period.optional(), valueIdentifier: identifier.optional(),
})
const extension = z.looseObject({ url: text, extension: z.array(innerExtension).optional() })
const humanName = z.looseObject({ use: text.optional(), text: text.optional(), family: text.optional(), given: z.array(text).optional(), suffix: z.array(text).optional() })
const telecom = z.looseObject({ system: text.optional(), value: text.optional(), use: text.optional() })
const qualification = z.looseObject({
  extension: z.array(extension).optional(), identifier: z.array(identifier).optional(), code: codeable.optional(), period: period.optional(), issuer: reference.optional(),
})

export const fhirPractitioner = z.looseObject({
  resourceType: z.literal('Practitioner'), id: text.optional(), active: z.boolean().optional(), identifier: z.array(identifier).optional(), name: z.array(humanName).optional(),
  telecom: z.array(telecom).optional(), qualification: z.array(qualification).optional(), extension: z.array(extension).optional(),
})
export const fhirPractitionerRole = z.looseObject({
  resourceType: z.literal('PractitionerRole'), id: text.optional(), active: z.boolean().optional(), practitioner: reference.optional(), code: z.array(codeable).optional(),
  specialty: z.array(codeable).optional(), telecom: z.array(telecom).optional(), extension: z.array(extension).optional(),
})
export const fhirOrganization = z.looseObject({ resourceType: z.literal('Organization'), id: text.optional(), name: text.optional() })
export const fhirResource = z.looseObject({ resourceType: text, id: text.optional() })
export const fhirBundle = z.looseObject({ resourceType: z.literal('Bundle'), entry: z.array(z.looseObject({ fullUrl: text.optional(), resource: fhirResource.optional() })).optional() })

export type FhirPractitioner = z.infer<typeof fhirPractitioner>
export type FhirPractitionerRole = z.infer<typeof fhirPractitionerRole>
export type FhirQualification = z.infer<typeof qualification>
export type FhirCodeable = z.infer<typeof codeable>
export type FhirReference = z.infer<typeof reference>
export type FhirExtension = z.infer<typeof extension>
