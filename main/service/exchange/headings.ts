import type { ImportField } from '../../../shared/domain/importReport.ts'

/** A heading without case, accents, punctuation and camel case, for comparing: `firstName`, `First name:` and `first_name` are one. */
export const plainHeading = (heading: string): string =>
  heading.replaceAll('#', ' number ').replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2').normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()

const who = '(?:client|customer|patient|member|guest|attendee|invitee|contact|person|kunde[n]?|patienten|cliente|paciente|kunden)'
// "Contact number" is a telephone, "client number" is not.
const owner = who.replace('contact|', '')
const number = '(?:id|ids|number|no|nr|num|code|ref|reference|nummer|numero)'
const visit = '(?:appointment|appt|appointments|booking|visit|reservation|encounter|event|session|class|schedule|scheduled|consultation)'

// About somebody else, about the row itself, or about other days: never taken for the patient's own or for the visit's time.
const aside = new RegExp([
  'emergency', 'guarantor', 'insur\\w*', 'policy', 'spouse', 'partner', 'parent', 'guardian', 'next of kin', 'kin', 'assistant\\w*', 'manager\\w*', 'company', 'employer',
  'fax', 'pager', 'referr\\w*', 'billing', 'deceased', 'anniversary', 'yomi', 'phonetic', 'maiden', 'consent\\w*',
  'booked (?:by|on|at)', 'scheduled by', 'date scheduled', 'date booked', 'date (?:re)scheduled', 'rescheduled', 'created\\w*', 'updated\\w*', 'modified', 'added', 'cancell?(?:ed|ation) (?:date|at|on|by|reason)',
  '(?:last|first|next|previous) (?:visit|appointment|appt|seen|booking)', '\\d (?:type|label)', 'break\\w*',
].map(word => `\\b${word}\\b`).join('|'))

const rule = (field: ImportField, ...patterns: readonly string[]): readonly [ImportField, RegExp] => [field, new RegExp(`^(?:${patterns.join('|')})$`)]

// In this order: the first that fits is taken. Words are those of practice, calendar, contact and record systems, in several languages.
const rules: readonly (readonly [ImportField, RegExp])[] = [
  rule('visit-number', `${visit} ${number}`, `${visit} uid`, 'uid', 'confirmation (?:number|code)', 'terminnummer'),
  rule('patient-number', `(?:\\w+ )?${owner} ${number}`, `${number} ${owner}`, 'pid', 'pubpid', 'mrn', '(?:medical )?(?:record|chart|file|health record) ' + number, 'chart', 'account number', 'kundennummer', 'patientennummer', 'nhs number'),
  rule('given-name', `(?:${who} |legal )?(?:first|given|fore|christian) ?names?`, 'first', 'f ?name', 'vorname', 'prenom', 'nombre', 'voornaam', 'nome', 'fornavn', 'fornamn', 'imie'),
  rule('family-name', `(?:${who} |legal )?(?:last|family|sur) ?names?`, 'last', 'l ?name', 'surname', 'nachname', 'familienname', 'nom', 'nom de famille', 'apellidos?', 'cognome', 'sobrenome', 'achternaam', 'etternavn', 'efternamn', 'nazwisko'),
  rule('birth-date', '(?:\\w+ )?(?:d ?o ?b|date of birth|birth ?dat[e]?|birth ?day|birthdate)', 'born', 'geburtsdatum', 'geburtstag', 'date de naissance', 'fecha de nacimiento', 'data di nascita', 'data de nascimento', 'geboortedatum', 'fodelsedatum'),
  rule('mobile', `(?:${who} )?(?:mobile|cell|cellular|cell ?phone|mobile ?phone|mobil|movil|portable|handy|gsm)(?: (?:phone|telephone|number|no|telefon|nummer))*`, 'phone (?:cell|mobile)', 'sms number', 'celular', 'cellulare', 'telemovel'),
  rule('telephone', `(?:${who} |primary |home |main |day ?time |contact )?(?:tele)?phone(?: (?:number|no|home|primary|1|1 value))?`, '(?:home|contact) (?:number|tel)', 'tel', 'telefon(?:nummer)?', 'telefono', 'telefone', 'telefoon'),
  rule('email', `(?:${who} |primary |home )?(?:e ?mail|mail)(?: ?(?:address|adresse|1|1 value|id))?`, 'correo(?: electronico)?', 'courriel'),
  rule('address', '(?:home |street |full |postal |mailing )?address(?: (?:1|line 1|1 formatted))?', 'adresse', 'anschrift', 'direccion', 'indirizzo'),
  rule('visit-minutes', `(?:${visit} )?(?:duration|length)(?: (?:in )?(?:min|mins|minutes))?`, 'min', 'mins', 'minutes', 'dauer', 'duracion', 'duree', 'durata'),
  rule('visit-end', `(?:${visit} )?(?:end|ends|finish|finishes|end ?time|end ?date ?time|end date(?: and)? time|finish time|ends at|end at|dtend|to time)`, 'ende', 'fin', 'fine', 'bis'),
  rule('visit-start', `(?:${visit} )?(?:start|starts|begin|begins|start ?time|start ?date ?time|start date(?: and)? time|begin time|starts at|start at|date(?: and)? time|datetime|dtstart|from time)`, 'beginn', 'inicio', 'debut', 'inizio', 'von'),
  rule('visit-date', `${visit} (?:date|day)`, 'date', 'day', 'start ?date', 'date of (?:service|visit|appointment)', 'dos', 'service date', 'datum', 'fecha', 'data', 'termin'),
  rule('visit-time', `${visit} (?:time|hour)`, 'time', 'hour', 'uhrzeit', 'hora', 'heure', 'ora'),
  rule('zone', '(?:\\w+ )?time ?zone', 'tz', 'zone', 'zeitzone', 'zona horaria', 'fuseau horaire'),
  rule('service', 'services?', 'service (?:name|type|title|booked)', 'treatments?', 'treatment (?:name|type)', 'type', `${visit} (?:type|name|title|category)`, 'procedures?', 'procedure name', 'type of (?:appointment|visit)', 'leistung', 'behandlung', 'prestation', 'servicio', 'servizio', 'trattamento', 'item'),
  rule('staff', 'staff', '(?:staff|team|crew) ?(?:member)?(?: name)?', '(?:rendering |service |treating |primary )?(?:provider|practitioner|therapist|clinician|doctor|physician|injector|nurse|employee|stylist|technician|specialist|instructor|teacher|professional)(?: name)?', 'calendar(?: name)?', 'with', 'assigned to', 'mitarbeiter(?:in)?', 'behandler', 'arzt', 'profesional', 'praticien', 'operatore'),
  rule('room', 'rooms?', 'room name', 'resources?', 'resource name', 'raum', 'zimmer', 'sala', 'salle', 'treatment room'),
  rule('status', `(?:${visit} )?(?:status|state of booking)`, 'booking state', 'estado', 'statut', 'stato'),
  rule('note', `(?:${visit} |${who} |private |internal )?(?:notes?|comments?|remarks?|memo)`, 'notiz(?:en)?', 'bemerkung(?:en)?', 'notas', 'note interne'),
  rule('full-name', `(?:${who} )?(?:full |display )?name`, `${who}s?`, `${who} (?:full )?name`, 'name des patienten', 'nombre completo', 'nom complet', 'nome completo'),
]

const middle = /^(?:middle|additional|second|m) ?(?:names?|initial)$|^segundo nombre$|^zweiter vorname$/

/** Whether a heading means names that belong behind the given one. */
export const isMiddleName = (heading: string): boolean => middle.test(plainHeading(heading))

/** What a heading alone says of its column; null when it says nothing that is known here. */
export function fieldOfHeading(heading: string): ImportField | null {
  const plain = plainHeading(heading)
  if (plain === '' || aside.test(plain)) return null
  return rules.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}

/** Whether a line of cells looks like headings: at least two of them are known, or it has one cell and that is known. */
export function looksLikeHeadings(cells: readonly string[]): boolean {
  const known = cells.filter(cell => fieldOfHeading(cell) !== null).length
  return known >= Math.min(2, cells.filter(cell => cell.trim() !== '').length) && known > 0
}
