/** A file's bytes as base64, or null when the disk does not give them. */
export const base64Of = (file: Blob): Promise<string | null> => new Promise(resolve => {
  const reader = new FileReader()
  reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result.slice(reader.result.indexOf(',') + 1) : null)
  reader.onerror = () => resolve(null)
  reader.readAsDataURL(file)
})
