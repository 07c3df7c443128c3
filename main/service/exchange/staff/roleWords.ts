import type { Role } from '../../../../shared/domain/person.ts'

const rule = (role: Role, ...patterns: readonly string[]): readonly [Role, RegExp] => [role, new RegExp(`^(?:${patterns.join('|')})$`)]

// Degrees and titles as lists write them, and the provider taxonomy's codes (nucc.org). In this order: the first that fits is taken.
const rules: readonly (readonly [Role, RegExp])[] = [
  rule('nurse-practitioner', 'a?r?np', 'aprn', 'arnp', 'crnp', 'f?np ?c?', 'dnp', '(?:advanced practice|family|adult) .*nurse.*', '.*nurse practitioner.*', '363l[a-z0-9]*'),
  rule('physician-assistant', 'pa', 'pa ?c', 'physician (?:assistant|associate).*', '363a[a-z0-9]*'),
  rule('practical-nurse', 'lpn', 'lvn', 'rpn', '(?:licensed )?(?:practical|vocational|enrolled) nurse.*', 'en', '164[wx][a-z0-9]*'),
  rule('registered-nurse', 'rn', 'bsn', 'rgn', 'registered nurse.*', 'nurse', '163w[a-z0-9]*', 'krankenschwester', 'pflegefachkraft'),
  rule('dentist', 'dds', 'dmd', 'bds', 'dentist', '122300000x', '1223[a-z0-9]*'),
  rule('physiotherapist', 'pt', 'dpt', 'physiotherapist', 'physical therapist', '2251[a-z0-9]*'),
  rule('pharmacist-prescriber', 'pharmacist prescriber', 'prescribing pharmacist', 'independent prescriber'),
  rule('medical-assistant', 'ma', 'cma', 'medical assistant', '363am0700x'),
  rule('receptionist', 'receptionist', 'front desk', 'reception'),
  rule('physician', 'm ?d', 'd ?o', 'mb ?bs', 'mb ?b?ch.*', 'physician', 'doctor', 'consultant', 'general practitioner', 'gp', 'arzt', 'arztin', 'medecin', 'medico', '20[2478][a-z0-9]*x'),
]

/** What a degree, title or taxonomy code makes of somebody here; null where it says nothing certain. */
export function guessRole(word: string): Role | null {
  const plain = word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('.', '').replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return rules.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}
