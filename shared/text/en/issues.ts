/** What is wrong with one field of a request, by the kind of fault that its schema found. */
export const issueSentence = {
  missing: 'Fill this in.',
  wrongKind: 'This is not the kind of value that belongs here.',
  unknownField: 'This field is not known here.',
  tooShort: 'This is too short.',
  empty: 'Fill this in.',
  tooLong: 'This is too long.',
  tooSmall: 'This number is too small.',
  tooLarge: 'This number is too large.',
  tooMany: 'There are too many entries here.',
  notAChoice: 'Choose one of the offered values.',
  notADate: 'Write a date as year, month and day.',
  badFormat: 'This is not written in the form that is needed here.',
  other: 'This cannot be used here.',
  unreadable: 'The request could not be read.',
} as const

/** What is wrong with a password or passphrase that somebody chose. */
export const secretSentence = {
  passwordTooShort: 'Use at least 8 characters; 15 or more are better, for example four words in a row.',
  passwordTooCommon: 'This password is among the first that anybody would try. Choose another one.',
  passwordLikeName: 'The password must not be the user name.',
  passphraseTooShort: 'Use at least 12 characters, for example four words in a row. It is asked for whenever the program is started.',
  passphraseNeeded: 'This computer has no key store, so a passphrase is needed to protect the records.',
} as const

/** What is wrong with a sick call that somebody answers. */
export const sickCallSentence = {
  over: 'This time is over. Choose one that ends later.',
  tooLong: (days: number) => `At most ${days} days are planned at once. Record a longer absence with the staff member.`,
  comesIn: 'Comes in for a colleague who is sick',
  waits: 'Injector away; waits for another place',
} as const

/** What is wrong with a place, a person or an account that somebody is recording. */
export const placeSentence = {
  unknownZone: 'This time zone is not known. Choose one from the list, for example America/Chicago.',
  noLocation: 'A practice needs at least one location.',
  locationTwice: 'Two locations have the same name.',
  roomTwice: 'Two rooms of this location have the same name.',
  sameDateTwice: 'This date appears twice.',
  noUsername: 'Write a user name.',
  noName: 'Write a name.',
} as const
