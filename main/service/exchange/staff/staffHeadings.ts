import type { StaffField } from '../../../../shared/domain/staffImport.ts'
import { plainHeading } from '../headings.ts'

const paper = '(?:licen[cs]e|certificate|certification|credential|registration|qualification|cert|course|training|permit)'
const who = '(?:staff|employee|provider|practitioner|clinician|injector|nurse|person|member)'
const number = '(?:id|number|no|nr|num|code)'

const rule = (field: StaffField, ...patterns: readonly string[]): readonly [StaffField, RegExp] => [field, new RegExp(`^(?:${patterns.join('|')})$`)]

// In this order: the first that fits is taken.
const rules: readonly (readonly [StaffField, RegExp])[] = [
  rule('expires', `(?:${paper} )?(?:expir\\w*|exp|valid (?:to|until|through|till)|end|ends|end date|renewal(?: date)?|due)(?: (?:date|on|at))?`, `date of expir\\w*`, 'gultig bis', 'ablaufdatum', 'fecha de vencimiento', 'date d expiration', 'scadenza'),
  rule('effective', `(?:${paper} )?(?:effective|active|valid|counts|start|starts)(?: (?:date|from|on|since))*`, 'gultig ab'),
  rule('issued', `(?:${paper} )?(?:issued?|granted|awarded|obtained|completed|completion|certified|registered|achieved)(?: (?:date|on|at|since))*`, 'date (?:of )?(?:issued?|granted|awarded|completed|completion|certified)', 'ausstellungsdatum', 'fecha de emision'),
  rule('staff-number', `${who} ${number}`, 'id', 'number of employee', 'personalnummer', 'payroll (?:id|number)', 'npi(?: number)?'),
  rule('given-name', `(?:${who} |legal )?(?:first|given|fore) ?names?`, 'first', 'vorname', 'prenom', 'nombre', 'voornaam', 'nome'),
  rule('family-name', `(?:${who} |legal )?(?:last|family|sur) ?names?`, 'last', 'surname', 'nachname', 'nom', 'apellidos?', 'cognome', 'achternaam'),
  rule('number', `${paper} ${number}`, 'number', 'no', 'nummer', 'pin', 'registration', '(?:gmc|nmc|ahpra|dea)(?: (?:number|no|pin))?'),
  rule('issuer', `(?:${paper} )?(?:issuer|issued by|issuing (?:body|authority|organi[sz]ation|board)|authority|awarding body|provider of training|board|organi[sz]ation|body|aussteller)`),
  rule('jurisdiction', 'jurisdiction', `(?:${paper} )?(?:state|province|country)(?: of issue)?`, 'issuing state'),
  rule('status', `(?:${paper} )?status`),
  rule('restrictions', `(?:${paper} )?(?:restrictions?|conditions?|limitations?|limits?|scope)`),
  rule('note', 'notes?', 'comments?', 'remarks?', 'bemerkung(?:en)?'),
  rule('role', 'role', 'roles', 'title', 'job(?: title)?', 'position', 'profession', 'degree', 'designation', 'discipline', `${who} type`, 'credentials', 'funktion', 'beruf'),
  rule('telephone', '(?:work |mobile |cell |home )?(?:tele)?phone(?: (?:number|no))?', 'tel', 'mobile', 'telefon(?:nummer)?', 'telefono'),
  rule('certification', paper, `${paper}s`, `(?:name of )?${paper} (?:name|type|title)`, `type of ${paper}`, 'type', 'competency', 'skill', 'zertifikat', 'bescheinigung'),
  rule('full-name', `(?:${who} )?(?:full |display )?name`, who, 'mitarbeiter(?:in)?', 'nombre completo', 'nom complet'),
]

/** What a heading of a staff list says of its column; null when it says nothing that is known here. */
export const staffFieldOf = (heading: string): StaffField | null => {
  const plain = plainHeading(heading)
  return rules.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}

/** Whether a line of cells looks like a staff list's headings. */
export function looksLikeStaffHeadings(cells: readonly string[]): boolean {
  const known = cells.filter(cell => staffFieldOf(cell) !== null).length
  return known >= Math.min(2, cells.filter(cell => cell.trim() !== '').length) && known > 0
}

/** What each column most likely means; of several that mean the same, the first. */
export function guessStaffColumns(headings: readonly string[]): readonly (StaffField | null)[] {
  const fields = headings.map(staffFieldOf)
  const named = fields.includes('given-name') && fields.includes('family-name')
  return fields.map((field, column) => (field === null || fields.indexOf(field) !== column || (named && field === 'full-name') ? null : field))
}
