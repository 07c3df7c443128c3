/** Every name under which the page's preload script and the shell speak to each other. */
export const channel = {
  portWanted: 'desk:port-wanted',
  port: 'desk:port',
  printers: 'desk:printers',
  print: 'desk:print',
  savePdf: 'desk:save-pdf',
  notify: 'desk:notify',
  showPicture: 'desk:show-picture'
} as const
