import type { Dialect } from './dialect.ts'

/** Numbers by which other programs know the people on the staff. */
export function staffNumberSchema({ text, strict }: Dialect): readonly string[] {
  return [`create table staff_numbers (system ${text} not null, value ${text} not null, practitioner_id ${text} not null references practitioners(id), primary key (system, value)) ${strict}`]
}
