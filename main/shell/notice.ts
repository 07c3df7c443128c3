import { Notification } from 'electron'
import type { BrowserWindow } from 'electron'
import { noticeWords } from './noticeWords.ts'

/** Tells on the desktop that certifications want a look; a click brings the window to the front. */
export function tellOfCertifications(count: unknown, window: () => BrowserWindow | undefined): void {
  const body = noticeWords(count)
  if (body === undefined || !Notification.isSupported()) return
  const notice = new Notification({ title: 'Injection Desk', body })
  notice.on('click', () => {
    window()?.show()
    window()?.focus()
  })
  notice.show()
}
