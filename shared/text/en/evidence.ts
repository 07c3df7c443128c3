import type { EvidenceType } from '../../domain/evidence.ts'

/** Why a file is not kept as evidence. */
export const evidenceFileSentence = {
  empty: 'This file is empty. Choose the scan or the PDF of the certificate.',
  tooLarge: 'This file is larger than 10 MB. Scan it again with fewer dots per inch, or split it.',
  kind: 'Only PDF, PNG, JPEG and WebP files are kept as evidence, whatever they are called. Save this one as PDF and attach that.',
  changed: 'This is not the file that was attached: its SHA-256 is another one. Restore it from a backup and tell whoever looks after this computer.',
} as const

const typeWords: Readonly<Record<EvidenceType, string>> = { 'application/pdf': 'PDF', 'image/png': 'PNG image', 'image/jpeg': 'JPEG image', 'image/webp': 'WebP image' }

const sizeWords = (bytes: number): string => (bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`)

/** Files that show a certification, in the card of the person. */
export const evidenceText = {
  show: 'Evidence files', hide: 'Hide evidence files',
  none: 'No file attached yet: a scan or PDF of the paper, up to 10 MB.',
  attach: 'Attach a file', attaching: 'Attaching …',
  mayNotAttach: 'Only a clinical lead or an administrator may attach or withdraw files.',
  mayNotOpen: 'Only a clinical lead, an administrator or an auditor may open these files.',
  open: 'Open', withdraw: 'Withdraw', reason: 'Why it is withdrawn', reasonHint: 'It is kept, marked as entered in error.', withdrawNow: 'Withdraw this file',
  openOf: (title: string) => `Open ${title}`,
  attached: (title: string) => `${title} attached.`,
  withdrawn: (title: string) => `${title} withdrawn.`,
  line: (type: EvidenceType, size: number) => `${typeWords[type]} · ${sizeWords(size)}`,
  by: (when: string, name: string) => `attached ${when} by ${name}`,
  inError: (reason: string) => `Entered in error: ${reason}`,
  hash: (sha256: string) => `SHA-256 ${sha256.slice(0, 16)}…`,
  viewer: (title: string) => `File ${title}`, close: 'Close', save: 'Save a copy',
  intact: 'Its SHA-256 is the one that was kept when it was attached.',
  drawing: (number: number, of: number | null) => (of === null ? 'Opening the file …' : `Drawing the file: page ${number} of ${of} …`),
  ownWindow: 'The file is shown in a window of its own.',
  firstPages: (shown: number, pages: number) => `These are the first ${shown} of ${pages} pages. Save a copy to see the rest.`,
  locked: 'This PDF is locked with a password. Save a copy, open it with the password, and attach one without.',
  cannotShow: 'This PDF is damaged or too intricate to be drawn here. Save a copy and open that where you open PDFs.',
  unreadable: 'The file could not be read from the disk. Try again.',
} as const
