/** What a browser shows where the program itself cannot be shown. */
export const httpDoorText = {
  openLink: 'Open the link that was printed when Injection Desk was started. It lets this browser in, once.',
  linkUsed: 'This link was used already. Start Injection Desk again and open the new link, or go on in the browser that opened it first.',
  notBuilt: 'The screens are not built yet. Run "npm run build" and start Injection Desk again.',
} as const

/** Why the service process could not start. */
export const startText = {
  failed: 'The practice could not be opened. Its records were not changed. Start the program again; if this goes on, restore the last backup.',
  portTaken: 'Another program is listening on that port. Choose another one, or leave the port out.',
} as const
