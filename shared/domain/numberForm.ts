/** Registers whose numbers have a form that a machine can look at. */
export const numberForms = ['npi', 'gmc', 'nmc', 'ahpra'] as const
export type NumberForm = (typeof numberForms)[number]

/** The sum of the Luhn algorithm (ISO/IEC 7812-1, annex B) over a number's digits, its check digit last. */
function luhnSum(digits: string): number {
  return [...digits].toReversed().reduce((sum, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 1 : 2)
    return sum + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
}

// 45 CFR 162.406: ten digits, the last one a check digit over the number with the prefix 80840; the first is 1 or 2.
const isNpi = (text: string): boolean => /^[12]\d{9}$/.test(text) && luhnSum(`80840${text}`) % 10 === 0

const fits: Readonly<Record<NumberForm, (text: string) => boolean>> = {
  npi: isNpi,
  // Seven digits, as the General Medical Council's register writes them.
  gmc: text => /^\d{7}$/.test(text),
  // Two figures of the year, the part of the register, and the number with its check letter: "98I1234E".
  nmc: text => /^\d{2}[A-Z]\d{4}[A-Z]$/.test(text),
  // The profession in three letters, ten digits: "MED0001234567".
  ahpra: text => /^[A-Z]{3}\d{10}$/.test(text),
}

/** Whether a number, spaces and hyphens left out, has the form of its register. It proves typing, never a licence. */
export const hasForm = (form: NumberForm, number: string): boolean => fits[form](number.replace(/[\s-]/g, '').toUpperCase())
