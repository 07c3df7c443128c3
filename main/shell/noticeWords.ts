/** What a notification says, or nothing where the page sent no sensible number. Everybody at the screen can read it: no names. */
export const noticeWords = (count: unknown): string | undefined =>
  typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > 100_000
    ? undefined
    : count === 1 ? 'One certification wants a look.' : `${count} certifications want a look.`
