import type { Identifier } from '../../../../shared/domain/person.ts'
import { hl7LicenceNames, staffImportedWords, staffSentence } from '../../../../shared/text/en/staffImport.ts'
import type { Hl7Reader } from './hl7Message.ts'
import { plainWritten, type WrittenPaper } from './staffRecord.ts'
import { hl7DateIn } from './writtenDate.ts'

/** PRA-5 (SPD): a specialty, its board, whether certified or only eligible (table 0337), and since when. */
export function specialtiesIn(pra: Hl7Reader): readonly WrittenPaper[] {
  return pra.each(5).map(([name = '', board = '', standing = '', since = '', ...more]) => {
    const messages: string[] = []
    const issued = hl7DateIn(since, 'PRA-5.4', message => messages.push(message))
    const certified = standing === 'C'
    if (standing !== '' && standing !== 'C' && standing !== 'E') messages.push(staffSentence.notAValue('PRA-5.3', standing))
    more.forEach((text, index) => { if (text !== '') messages.push(staffSentence.notAValue(`PRA-5.${index + 5}`, text)) })
    // A specialty alone is no certification, and whoever is only eligible holds none.
    const type = certified ? name : standing === 'E' ? staffImportedWords.eligible(name) : staffImportedWords.specialty(name)
    return { ...plainWritten, type, certain: certified, issuer: board, issued, messages }
  })
}

/** Numbers by which a person is known, and which nobody has to renew (table 0338). */
const personal = ['NPI', 'UPIN', 'GL', 'PRN', 'EI', 'EN']

type Numbers = { readonly papers: readonly WrittenPaper[]; readonly numbers: readonly Identifier[]; readonly messages: readonly string[] }

/** PRA-6 (PLN): licence and other numbers, their type, the state they are good in, and when they end. */
export function licencesIn(pra: Hl7Reader): Numbers {
  const papers: WrittenPaper[] = []
  const numbers: Identifier[] = []
  const messages: string[] = []
  for (const [number = '', type = '', place = '', end = '', ...more] of pra.each(6)) {
    const own: string[] = []
    if (type === 'TAX' || type === 'SS') messages.push(staffSentence.notKept(`PRA-6 (${type})`))
    else if (personal.includes(type)) numbers.push({ system: type, value: number })
    else {
      const known = hl7LicenceNames[type]
      const expires = hl7DateIn(end, 'PRA-6.4', message => own.push(message))
      if (known === undefined) own.push(staffSentence.notAValue('PRA-6.2', type))
      more.forEach((text, index) => { if (text !== '') own.push(staffSentence.notAValue(`PRA-6.${index + 5}`, text)) })
      papers.push({
        ...plainWritten, type: known ?? staffImportedWords.unknownNumber(type), kind: 'licence', certain: known !== undefined, number, jurisdiction: place, expires, messages: own,
      })
    }
  }
  return { papers, numbers, messages }
}

/** CER: a certificate in full (chapter 15, 15.4.1). */
export function certificateIn(cer: Hl7Reader): WrittenPaper {
  const messages: string[] = []
  const date = (field: number) => hl7DateIn(cer.text(field), `CER-${field}`, message => messages.push(message))
  const named = (field: number): string => cer.text(field, 2) || cer.text(field)
  cer.text(1)
  const revoked = date(29)
  const ended = date(26)
  const status = cer.text(31)
  const lifted = revoked !== null || cer.text(29) !== '' || status === 'R'
  const known = ['', 'P', 'V', 'E', 'R', 'I'].includes(status)
  if (!known) messages.push(staffSentence.notAStatus('CER-31', status))
  const restrictions = [status === 'P' ? staffImportedWords.provisional : '', status === 'E' ? staffImportedWords.expiredByStatus : ''].filter(part => part !== '').join(' ')
  const ends = date(27)
  const authority = cer.text(4)
  const type = named(10) || named(11) || authority || staffImportedWords.certificate
  const place = [cer.text(20), cer.text(19), cer.text(8), cer.text(7)].find(part => part !== '') ?? ''
  const issued = date(24)
  const granted = date(23)
  return {
    ...plainWritten, type, kind: 'licence', number: cer.text(2), issuer: authority, jurisdiction: place, issued: granted ?? issued, effective: date(25),
    // It counts no longer than the earlier of both; what the list calls expired counts for nothing, whatever its dates say.
    expires: status === 'E' ? null : ended !== null && (ends === null || ended < ends) ? ended : ends,
    status: lifted ? 'revoked' : status === 'I' || !known ? 'suspended' : 'active', restrictions, messages,
  }
}
