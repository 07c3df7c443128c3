/** Every name under which the page's preload script and the shell speak to each other. */
export const channel = {
  portWanted: 'desk:port-wanted',
  port: 'desk:port',
  printers: 'desk:printers',
  print: 'desk:print',
  savePdf: 'desk:save-pdf',
  notify: 'desk:notify',
  showPictures: 'desk:show-pictures'
} as const
