import { contextBridge, ipcRenderer } from 'electron'
import { portMessage } from '../../shared/contract/wire.ts'
import type { DeskBridge } from '../../shared/contract/wire.ts'
import { channel } from './channels.ts'

const bridge: DeskBridge = {
  host: 'desktop',
  printers: () => ipcRenderer.invoke(channel.printers),
  print: (job, target) => ipcRenderer.invoke(channel.print, job, target),
  savePdf: job => ipcRenderer.invoke(channel.savePdf, job),
  notifyOfCertifications: count => ipcRenderer.send(channel.notify, count),
  showPictures: pictures => ipcRenderer.send(channel.showPictures, pictures)
}

contextBridge.exposeInMainWorld('desk', bridge)

// Module scripts have run, and so listen, by the time the document's content is loaded; a port that comes sooner waits.
const pageListens = new Promise<void>(resolve => {
  if (document.readyState === 'complete') resolve()
  else window.addEventListener('DOMContentLoaded', () => resolve(), { once: true })
})

ipcRenderer.on(channel.port, event => {
  const ports = [...event.ports]
  void pageListens.then(() => window.postMessage(portMessage, '*', ports))
})

ipcRenderer.send(channel.portWanted)
